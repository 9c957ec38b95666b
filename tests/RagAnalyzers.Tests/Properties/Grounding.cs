namespace RagAnalyzers.Tests.Properties;

/// <summary>Where the text beside the question comes from.</summary>
internal enum Grounding
{
    Passages,
    Constant,
    File,

    /// <summary>Something is retrieved, and shown to the user; the prompt does not have it.</summary>
    PassagesElsewhere,
}
