namespace RagAnalyzers.Pipeline.Contracts.Schemas;

/// <summary>What stands at the root of a JSON schema.</summary>
internal enum JsonRoot
{
    /// <summary>An object, or nothing that is certain.</summary>
    Unknown,
    Array,

    /// <summary>An object whose keys only the answer knows.</summary>
    Dictionary,
    Text,
    Number,
    Truth,
    Enum,
}
