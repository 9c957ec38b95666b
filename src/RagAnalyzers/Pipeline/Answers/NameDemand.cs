namespace RagAnalyzers.Pipeline.Answers;

/// <summary>What becomes of the read of a member that is not there.</summary>
internal enum NameDemand
{
    /// <summary>It throws.</summary>
    Throws,

    /// <summary>It gives nothing.</summary>
    Nothing,

    /// <summary>It says so: the code asks whether the member is there.</summary>
    Asked,
}
