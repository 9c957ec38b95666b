namespace RagAnalyzers.Tests.Properties;

/// <summary>What the call says about the shape of the answer.</summary>
internal enum Contract
{
    None,

    /// <summary>Options that set something else.</summary>
    OtherOptions,
    Schema,
    JsonMode,

    /// <summary>Options that a caller outside may fill.</summary>
    Unknown,

    /// <summary>A schema on one way, none on the other.</summary>
    Perhaps,
}
