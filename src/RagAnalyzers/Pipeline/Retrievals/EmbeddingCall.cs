using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals.Embedders;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>A call that turns text into vectors, in the body that looks on or in one that was reached from there.</summary>
internal sealed class EmbeddingCall : ReachedInvocation<EmbeddingFact>
{
    private readonly Lazy<Embedder?> _embedder;
    private readonly Lazy<TraceResult> _dimensionsAskedFor;

    private EmbeddingCall(Route route, IInvocationOperation operation, EmbeddingFact fact)
        : base(route, operation, fact)
    {
        _embedder = new(
            () => operation.CalledOn() is { } on ? EmbedderTracer.Of(route.Picture).Read(on, route) : null,
            LazyThreadSafetyMode.ExecutionAndPublication
        );
        _dimensionsAskedFor = new(
            () =>
                Options is { } options && NameOfDimensions() is { } property
                    ? TraceThroughCallers(options, FlowMode.Value, AccessPath.Empty.Push(property))
                    : TraceResult.Nothing,
            LazyThreadSafetyMode.ExecutionAndPublication
        );
    }

    /// <summary>The text that is embedded.</summary>
    public IEnumerable<IOperation> Input => Arguments(Fact.Input);

    /// <summary>The options of the call, or null.</summary>
    public IOperation? Options => Argument(Fact.Options);

    /// <summary>What embeds, as far as it can be seen.</summary>
    public Embedder? Embedder => _embedder.Value;

    /// <summary>Where the number of dimensions comes from that this call asks for.</summary>
    /// <returns>Nothing, completely known, where the call has no options that could ask for one.</returns>
    public TraceResult DimensionsAskedFor => _dimensionsAskedFor.Value;

    /// <summary>The calls of a body that embed text.</summary>
    public static ImmutableArray<EmbeddingCall> In(Body body) =>
        body.Once(static b =>
            b.CallsWith<EmbeddingFact>()
                .SelectNotNull(b, static (c, b) => new EmbeddingCall(new Route(b.Picture, Calls: null), c.Call, c.Fact))
        );

    /// <summary>The call that a vector's trace ended at, or null where it ended elsewhere.</summary>
    public static EmbeddingCall? At(Route route, Origin origin) =>
        origin is { Kind: OriginKind.Source, Operation: IInvocationOperation call, Symbol: IMethodSymbol method }
        && route.Picture.Sdks.TryGetFact<EmbeddingFact>(method, out var fact)
            ? new EmbeddingCall(route.Then(origin.Via), call, fact)
            : null;

    /// <summary>How many dimensions the vectors have.</summary>
    /// <returns>Null when that cannot be seen.</returns>
    public int? DimensionsReturned(ConfiguredEmbeddingModels models)
    {
        if (Embedders.Embedder.NumberIn(DimensionsAskedFor, out var isKnown) is { } asked)
        {
            return asked;
        }

        return isKnown && Embedder is { } embedder ? embedder.DimensionsReturned(models) : null;
    }

    private string? NameOfDimensions() =>
        Operation
            .TargetMethod.Parameters.FirstOrDefault(p => p.Name == Fact.Options)
            ?.Type.GetMembers()
            .OfType<IPropertySymbol>()
            .FirstOrDefault(m => Picture.Sdks.TryGetFact<EmbeddingDimensionsFact>(m, out _))
            ?.Name;
}
