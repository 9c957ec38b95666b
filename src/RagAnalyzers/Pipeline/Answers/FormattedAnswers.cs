using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>The answers to a response format, in the body that sets it.</summary>
internal static class FormattedAnswers
{
    /// <summary>The parses, in the body of the assignment, of answers to calls that pass its options.</summary>
    public static IEnumerable<AnswerUse> To(Body body, FormatAssignment assignment)
    {
        var creations = assignment.Creations(body.Picture).ToList();
        return AnswerUse
            .In(body)
            .Where(u =>
                u.Answers.All(a =>
                    ReferenceEquals(a.Place, a.Call.Operation)
                    && a.Call.Fact.Options.Select(a.Call.Operation.ArgumentNamed)
                        .OfType<IOperation>()
                        .SelectMany(o => body.Picture.TraceWithinBody(o, FlowMode.Value).Origins)
                        .Any(o => creations.Contains(o.Operation))
                )
            );
    }

    /// <summary>
    /// The model call whose answers the parses of <see cref="Parses"/> read, with the assignment, when no other format is set on its
    /// options; null otherwise.
    /// </summary>
    public static (ModelCall Call, FormatAssignment Assignment)? OnlyCall(Body body, ResponseSchema schema)
    {
        if (Parses(body, schema).IsEmpty || FormatUses.Assignments(body, schema) is not [var assignment])
        {
            return null;
        }

        var call = To(body, assignment).SelectMany(static u => u.Answers).First().Call;
        var creation = call.Contract.Creation;
        return FormatAssignment.In(body).Count(a => a.Creations(body.Picture).Contains(creation)) == 1 ? (call, assignment) : null;
    }

    /// <summary>
    /// The parses that read the answers to this format, when they are all there is: one assignment to options that one model call of this
    /// body uses. Empty otherwise.
    /// </summary>
    public static ImmutableArray<Parse> Parses(Body body, ResponseSchema schema)
    {
        if (FormatUses.Assignments(body, schema) is not [var assignment])
        {
            return ImmutableArray<Parse>.Empty;
        }

        var uses = To(body, assignment).ToImmutableArray();
        var calls = uses.SelectMany(static u => u.Answers).Select(static a => a.Call).Distinct().ToImmutableArray();
        return
            calls is [{ Contract.Options: OptionsPlace.Created }]
            && uses.All(u => ReferenceEquals(u.Parse.Operation.Root(), body.Root) && u.Parse.Operation is IInvocationOperation)
            ? uses.Select(static u => u.Parse).Distinct().ToImmutableArray()
            : ImmutableArray<Parse>.Empty;
    }
}
