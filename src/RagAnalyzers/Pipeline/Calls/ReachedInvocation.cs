using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>A call with a meaning that is written in the code.</summary>
/// <typeparam name="TFact">The meaning.</typeparam>
internal class ReachedInvocation<TFact> : ReachedCall<TFact>
    where TFact : SdkFact
{
    public ReachedInvocation(Route route, IInvocationOperation operation, TFact fact)
        : base(route, operation, fact) => Operation = operation;

    public new IInvocationOperation Operation { get; }
}
