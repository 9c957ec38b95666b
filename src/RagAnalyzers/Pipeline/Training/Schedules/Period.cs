namespace RagAnalyzers.Pipeline.Training.Schedules;

/// <summary>
/// How often something runs again, as far as it matters: what looks for work every few seconds is no schedule of that work.
/// </summary>
internal enum Period
{
    Unknown,

    /// <summary>It runs only once.</summary>
    Never,

    /// <summary>Several times within an hour.</summary>
    Short,

    /// <summary>Every hour at most.</summary>
    Long,
}
