using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow;

/// <summary>Finds bodies beyond the one that a trace starts in. The seam between tracing one body and tracing a compilation.</summary>
internal interface IBodyResolver
{
    /// <summary>The root operation of a method's body, or null when it cannot be seen.</summary>
    IOperation? BodyOf(IMethodSymbol method);
}
