using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.ModelCalls;

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
                || body.Picture.Trace(a.Value, FlowMode.Value, via: null).Origins.Any(o => ReferenceEquals(o.Operation, schema.Operation))
            )
            .ToImmutableArray();

    /// <summary>A connector drops the format, or a typed call puts its own over it, so that what it says does not matter.</summary>
    public static bool IsIgnored(Body body, ResponseSchema schema) =>
        Assignments(body, schema)
            .Any(a => DroppedFormatReader.Read(body.Picture, a) is not null || OverwrittenFormat.Of(body.Picture, a) is not null);

    /// <summary>
    /// The model call whose answers the parses of <see cref="Parses"/> read, with the assignment, when no other format is set on its
    /// options; null otherwise.
    /// </summary>
    public static (ModelCall Call, FormatAssignment Assignment)? OnlyCall(Body body, ResponseSchema schema)
    {
        if (Parses(body, schema).IsEmpty || Assignments(body, schema) is not [var assignment])
        {
            return null;
        }

        var call = assignment.ParsesOfAnswers(body).SelectMany(static u => u.Answers).First().Call;
        var creation = call.Contract.Creation;
        return FormatAssignment.In(body).Count(a => a.Creations(body.Picture).Contains(creation)) == 1 ? (call, assignment) : null;
    }

    /// <summary>
    /// The parses that read the answers to this format, when they are all there is: one assignment to options that one model call of this
    /// body uses. Empty otherwise.
    /// </summary>
    public static ImmutableArray<Parse> Parses(Body body, ResponseSchema schema)
    {
        if (Assignments(body, schema) is not [var assignment])
        {
            return ImmutableArray<Parse>.Empty;
        }

        var uses = assignment.ParsesOfAnswers(body).ToImmutableArray();
        var calls = uses.SelectMany(static u => u.Answers).Select(static a => a.Call).Distinct().ToImmutableArray();
        return
            calls is [{ Contract.Options: OptionsPlace.Created }]
            && uses.All(u => ReferenceEquals(u.Parse.Operation.Root(), body.Root) && u.Parse.Operation is IInvocationOperation)
            ? uses.Select(static u => u.Parse).Distinct().ToImmutableArray()
            : ImmutableArray<Parse>.Empty;
    }
}
