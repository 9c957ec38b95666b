using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>What a member keeps that holds a function: an event, a field or property of a delegate type.</summary>
/// <param name="Calls">The calls that can be seen to run it.</param>
/// <param name="Functions">The lambdas, and the references to methods, that can be seen to be put there.</param>
internal sealed record KeptFunction(ImmutableArray<IInvocationOperation> Calls, ImmutableArray<IOperation> Functions)
{
    public static readonly KeptFunction None = new(ImmutableArray<IInvocationOperation>.Empty, ImmutableArray<IOperation>.Empty);
}
