namespace RagAnalyzers.Pipeline.Training;

/// <summary>Whether a job is given a file.</summary>
internal enum FilePresence
{
    /// <summary>It may be: not everything that the job is given can be seen.</summary>
    Unknown,

    /// <summary>It certainly is not.</summary>
    Absent,

    /// <summary>It is, at least in one case.</summary>
    Given,
}
