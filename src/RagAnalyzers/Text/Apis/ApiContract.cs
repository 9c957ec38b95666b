namespace RagAnalyzers.Text.Apis;

/// <summary>What a line says about the form of a model's answer.</summary>
internal enum ApiContract
{
    /// <summary>Nothing is known.</summary>
    Unknown,

    /// <summary>Nothing constrains it.</summary>
    None,

    /// <summary>JSON of any shape.</summary>
    Json,

    /// <summary>A JSON schema.</summary>
    Schema,
}
