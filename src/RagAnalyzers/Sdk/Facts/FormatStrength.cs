namespace RagAnalyzers.Sdk.Facts;

/// <summary>What a response format guarantees.</summary>
internal enum FormatStrength
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>JSON mode: well-formed JSON of any shape.</summary>
    JsonMode,

    /// <summary>A JSON schema.</summary>
    Schema,
}
