using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Uses;

/// <summary>Stays in the body that a value is made in; local functions and lambdas are part of it.</summary>
internal sealed class WithinBody : IUseResolver
{
    public static WithinBody Instance { get; } = new();

    public ImmutableArray<IOperation> BodiesOf(IMethodSymbol method) => ImmutableArray<IOperation>.Empty;

    public ImmutableArray<IInvocationOperation> CallersOf(IOperation root) => default;

    public ImmutableArray<IInvocationOperation> CallersOfKept(IAnonymousFunctionOperation lambda) => default;

    public ImmutableArray<IOperation> ReadersOf(ISymbol member) => default;
}
