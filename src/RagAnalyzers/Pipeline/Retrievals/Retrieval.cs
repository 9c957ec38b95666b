using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>A call whose result is passages chosen by relevance.</summary>
internal sealed record Retrieval(IInvocationOperation Operation, RetrievalFact Fact)
{
    /// <summary>What the passages are to be relevant to: a question, keywords, a vector.</summary>
    public IEnumerable<IOperation> Query => Fact.Query.Select(Operation.ArgumentNamed).OfType<IOperation>();

    /// <summary>The options of the search, or null.</summary>
    public IOperation? Options => Fact.Options is { } name ? Operation.ArgumentNamed(name) : null;

    /// <summary>The retrievals of a body.</summary>
    public static ImmutableArray<Retrieval> In(Body body) =>
        body.Once(static b => b.CallsWith<RetrievalFact>().Select(static c => new Retrieval(c.Call, c.Fact)).ToImmutableArray());

    /// <summary>The parameter of this call that carries the setting, or null when its options do, or nothing does.</summary>
    public string? ParameterOf(SearchOption option) =>
        option switch
        {
            SearchOption.Top => Fact.Top,
            SearchOption.Filter => Fact.Filter,
            SearchOption.Threshold => Fact.Threshold,
            _ => null,
        };
}
