namespace RagAnalyzers.Sdk;

/// <summary>What a model does when it is asked for a number of dimensions.</summary>
internal enum DimensionChoice
{
    /// <summary>It is not known; services differ.</summary>
    Unknown,

    /// <summary>It refuses the request, even for its own number.</summary>
    None,

    /// <summary>It returns as many as its own number at most.</summary>
    Smaller,

    /// <summary>It returns certain numbers.</summary>
    Listed,
}
