using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>A call whose result is passages chosen by relevance.</summary>
internal sealed record Retrieval(IInvocationOperation Operation, RetrievalFact Fact)
{
    /// <summary>The retrievals of a body.</summary>
    public static ImmutableArray<Retrieval> In(Body body) =>
        body.Once(static b => b.CallsWith<RetrievalFact>().Select(static c => new Retrieval(c.Call, c.Fact)).ToImmutableArray());
}
