using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Contracts.Schemas;

/// <summary>What a response format is used for in the body that makes it.</summary>
internal static class FormatUses
{
    /// <summary>The assignments of this format to options; empty when there are none in this body.</summary>
    public static ImmutableArray<FormatAssignment> Assignments(Body body, ResponseSchema schema) =>
        FormatAssignment
            .In(body)
            .Where(a =>
                ReferenceEquals(a.Value.Unwrapped(), schema.Operation)
                || body.Picture.TraceThroughCallers(a.Value, FlowMode.Value)
                    .Origins.Any(o => ReferenceEquals(o.Operation, schema.Operation))
            )
            .ToImmutableArray();

    /// <summary>A connector drops the format, or a typed call puts its own over it, so that what it says does not matter.</summary>
    public static bool IsIgnored(Body body, ResponseSchema schema) =>
        Assignments(body, schema)
            .Any(a => DroppedFormatReader.Read(body.Picture, a) is not null || OverwrittenFormat.Of(body.Picture, a) is not null);
}
