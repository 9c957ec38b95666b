using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow;

/// <summary>Stays in the body that a trace starts in; local functions and lambdas are part of it.</summary>
internal sealed class NoOtherBodies : IBodyResolver
{
    public static readonly NoOtherBodies Instance = new();

    private NoOtherBodies()
    {
    }

    public IOperation? BodyOf(IMethodSymbol method) => null;
}
