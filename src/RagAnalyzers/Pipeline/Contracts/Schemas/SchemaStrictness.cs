namespace RagAnalyzers.Pipeline.Contracts.Schemas;

/// <summary>What the code says about the strictness of a schema.</summary>
internal enum SchemaStrictness
{
    /// <summary>It cannot be seen, or this form has no word for it.</summary>
    Unknown,

    /// <summary>Strict.</summary>
    Strict,

    /// <summary>Certainly not strict: left out, null or false.</summary>
    NotStrict,
}
