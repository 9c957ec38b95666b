namespace RagAnalyzers.Flow;

/// <summary>How far one trace may go. A trace that runs out is truncated, and a truncated trace never proves an absence.</summary>
internal static class TraceBudget
{
    /// <summary>Operations visited.</summary>
    public const int Operations = 10_000;

    /// <summary>Nesting of visits; keeps clear of the stack's end on machine-written code.</summary>
    public const int Depth = 250;

    /// <summary>Bodies entered through one another.</summary>
    public const int Calls = 6;
}
