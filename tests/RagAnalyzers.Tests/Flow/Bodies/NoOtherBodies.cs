using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;

namespace RagAnalyzers.Tests.Flow.Bodies;

/// <summary>Stays in the body that a trace starts in; local functions and lambdas are part of it.</summary>
internal sealed class NoOtherBodies : IBodyResolver
{
    public static readonly NoOtherBodies Instance = new();

    private NoOtherBodies() { }

    public ImmutableArray<IOperation> BodiesOf(IMethodSymbol method) => ImmutableArray<IOperation>.Empty;

    public ImmutableArray<IOperation> WritersOf(ISymbol member) => default;

    public ImmutableArray<IOperation> WritersFromEverywhereOf(ISymbol member) => default;

    public ImmutableArray<IOperation> OwnWritersOf(ISymbol member) => ImmutableArray<IOperation>.Empty;

    public ImmutableArray<ISymbol> HoldersOf(ISymbol member) => default;

    public ImmutableArray<IOperation> ChangersOf(ISymbol member, string part) => ImmutableArray<IOperation>.Empty;

    public ISymbolInitializerOperation? InitializerOf(ISymbol member) => null;

    public IInvocationOperation? ConstructorCalledBy(IMethodSymbol constructor) => null;
}
