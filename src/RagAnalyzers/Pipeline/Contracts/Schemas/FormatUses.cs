using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Clients;

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

    /// <summary>The services that the calls with this format ask, as far as its body shows the calls; empty when it shows none.</summary>
    public static ImmutableArray<AskedService> Services(Body body, ResponseSchema schema) =>
        Assignments(body, schema)
            .SelectMany(a => FormattedCalls.Of(body.Picture, a))
            .Select(AskedServices.Of(body.Picture).Of)
            .Distinct()
            .ToImmutableArray();

    /// <summary>A connector drops the format, or a typed call puts its own over it, so that what it says does not matter.</summary>
    public static bool IsIgnored(Body body, ResponseSchema schema) =>
        Assignments(body, schema)
            .Any(a => DroppedFormatReader.Read(body.Picture, a) is not null || OverwrittenFormat.Of(body.Picture, a) is not null);
}
