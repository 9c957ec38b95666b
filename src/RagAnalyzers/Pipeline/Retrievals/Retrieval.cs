using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>A call whose result is passages chosen by relevance.</summary>
internal sealed class Retrieval : ReachedInvocation<RetrievalFact>
{
    private Retrieval(Route route, IInvocationOperation operation, RetrievalFact fact)
        : base(route, operation, fact) { }

    /// <summary>What the passages are to be relevant to: a question, keywords, a vector.</summary>
    public IEnumerable<IOperation> Query => Arguments(Fact.Query);

    /// <summary>The options of the search, or null.</summary>
    public IOperation? Options => Argument(Fact.Options);

    /// <summary>The retrievals of a body.</summary>
    public static ImmutableArray<Retrieval> In(Body body) =>
        body.Once(static b =>
            b.CallsWith<RetrievalFact>().SelectNotNull(b, static (c, b) => new Retrieval(new Route(b.Picture, Calls: null), c.Call, c.Fact))
        );

    /// <summary>The parameter of this call that carries the setting, or null when its options do, or nothing does.</summary>
    public string? ParameterOf(SearchOption option) => Fact.ParameterOf(option);
}
