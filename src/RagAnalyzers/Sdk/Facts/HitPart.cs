namespace RagAnalyzers.Sdk.Facts;

/// <summary>What a hit of a search consists of.</summary>
internal enum HitPart
{
    /// <summary>The record that was indexed.</summary>
    Record,

    /// <summary>The passage itself.</summary>
    Text,

    /// <summary>How relevant it is.</summary>
    Score,

    /// <summary>Where it comes from: a name, a link.</summary>
    Source,

    /// <summary>The key of the record.</summary>
    Key,

    /// <summary>The vector of the record.</summary>
    Vector,
}
