using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>A call that writes into a vector index.</summary>
internal sealed class Ingestion : ReachedInvocation<IngestionFact>
{
    private Ingestion(Route route, IInvocationOperation operation, IngestionFact fact)
        : base(route, operation, fact) { }

    /// <summary>What is indexed.</summary>
    public IEnumerable<IOperation> Records => Arguments(Fact.Records);

    /// <summary>The writes of a body into vector indexes.</summary>
    public static ImmutableArray<Ingestion> In(Body body) =>
        body.Once(static b =>
            b.CallsWith<IngestionFact>().SelectNotNull(b, static (c, b) => new Ingestion(new Route(b.Picture, Calls: null), c.Call, c.Fact))
        );

    /// <summary>The writes of all bodies of the compilation into vector indexes.</summary>
    public static ImmutableArray<Ingestion> InAll(Picture picture) =>
        picture
            .Once(static p => new Lazy<ImmutableArray<Ingestion>>(
                // Nothing is locked while other bodies are read: what is read twice is the same.
                () => p.BodiesMentioningAny(p.Mentions.NamesOf<IngestionFact>()).SelectMany(static b => In(b)).ToImmutableArray(),
                LazyThreadSafetyMode.PublicationOnly
            ))
            .Value;
}
