using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>A call, or a construction, that cuts text into chunks, or says how it is to be cut.</summary>
/// <param name="Size">How large a chunk may be.</param>
/// <param name="Overlap">How much of a chunk the next one repeats, or null where that cannot be said.</param>
/// <param name="Text">The text that is cut, or null where the call only says how.</param>
/// <param name="Limits">What the service takes that cuts, or null where the program does.</param>
internal sealed record Chunking(IOperation Operation, IOperation? Size, IOperation? Overlap, IOperation? Text, ChunkingLimits? Limits)
{
    /// <summary>The call is told how to measure text: the size may be one of characters.</summary>
    public bool HasMeasure =>
        Operation
            .PassedArguments()
            .Any(static a =>
                a is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.TypeKind: TypeKind.Delegate }
                && !a.Value.Unwrapped().ConstantValue.HasValue
            );

    /// <summary>What a body cuts, calls first.</summary>
    public static ImmutableArray<Chunking> In(Body body) => body.Once(static b => Read(b));

    /// <summary>The text that an operation cuts into chunks; null for one that cuts none.</summary>
    public static IOperation? TextOf(Picture picture, IOperation operation) =>
        operation.CalledMethod() is { } member && picture.Sdks.TryGetFact<ChunkingFact>(member, out var fact)
            ? Of(operation, fact).Text
            : null;

    private static ImmutableArray<Chunking> Read(Body body)
    {
        if (!body.Picture.Mentions.Any<ChunkingFact>(body))
        {
            return ImmutableArray<Chunking>.Empty;
        }

        return body
            .Index.InvocationsAndCreations.Select(o =>
                o.CalledMethod() is { } member && body.Picture.Sdks.TryGetFact<ChunkingFact>(member, out var fact) ? Of(o, fact) : null
            )
            .OfType<Chunking>()
            .ToImmutableArray();
    }

    private static Chunking Of(IOperation operation, ChunkingFact fact) =>
        new(
            operation,
            operation.ArgumentNamed(fact.Size),
            fact.Overlap is { } overlap ? operation.ArgumentNamed(overlap) : null,
            fact.Text is { } text ? operation.ArgumentNamed(text) : null,
            fact.Limits
        );
}
