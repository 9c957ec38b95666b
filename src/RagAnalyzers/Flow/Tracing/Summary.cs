using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>What an operation yields, or a body returns, in terms of the parameters and the state of the body it is in.</summary>
/// <param name="Result">Where that comes from.</param>
/// <param name="Depth">How many bodies were entered through one another to find out.</param>
internal sealed record Summary(TraceResult Result, int Depth);
