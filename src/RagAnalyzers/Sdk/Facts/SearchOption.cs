namespace RagAnalyzers.Sdk.Facts;

/// <summary>What can be set about a search.</summary>
internal enum SearchOption
{
    /// <summary>How many passages are wanted.</summary>
    Top,

    /// <summary>How many of the best are left out.</summary>
    Skip,

    /// <summary>What narrows down the records that are searched.</summary>
    Filter,

    /// <summary>Which of the record's vectors is compared.</summary>
    VectorProperty,

    /// <summary>How relevant a passage has to be.</summary>
    Threshold,
}
