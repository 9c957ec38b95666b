using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>A call that turns text into vectors.</summary>
internal sealed record EmbeddingCall(IInvocationOperation Operation, EmbeddingFact Fact)
{
    /// <summary>The text that is embedded.</summary>
    public IEnumerable<IOperation> Input => Fact.Input.Select(Operation.ArgumentNamed).OfType<IOperation>();

    /// <summary>The options of the call, or null.</summary>
    public IOperation? Options => Fact.Options is { } name ? Operation.ArgumentNamed(name) : null;

    /// <summary>The calls of a body that embed text.</summary>
    public static ImmutableArray<EmbeddingCall> In(Body body) =>
        body.Once(static b => b.CallsWith<EmbeddingFact>().Select(static c => new EmbeddingCall(c.Call, c.Fact)).ToImmutableArray());

    /// <summary>Where the number of dimensions comes from that this call asks for.</summary>
    /// <returns>Nothing, completely known, where the call has no options that could ask for one.</returns>
    public TraceResult DimensionsAskedFor(Picture picture) =>
        Options is { } options && NameOfDimensions(picture, options) is { } property
            ? picture.Tracer.Trace(options, FlowMode.Value, AccessPath.Empty.Push(property))
            : TraceResult.Nothing;

    private static string? NameOfDimensions(Picture picture, IOperation options) =>
        options
            .Type?.GetMembers()
            .OfType<IPropertySymbol>()
            .FirstOrDefault(m => picture.Sdks.TryGetFact<EmbeddingDimensionsFact>(m, out _))
            ?.Name;
}
