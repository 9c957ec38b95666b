using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Answers.Comparisons;

namespace RagAnalyzers.Pipeline.Answers.Extractions;

/// <summary>Data is read out of a model's answer without a parser.</summary>
/// <param name="Extraction">What reads it, in this body.</param>
/// <param name="Answers">The answers that arrive, through this body or from its callers.</param>
internal sealed record AnswerExtraction(TextExtraction Extraction, ImmutableArray<ArrivingAnswer> Answers)
{
    /// <summary>The extractions of a body, in source order.</summary>
    public static ImmutableArray<AnswerExtraction> In(Body body) => body.Once(static b => Read(b));

    private static ImmutableArray<AnswerExtraction> Read(Body body)
    {
        if (!TextExtractions.MayBeIn(body.Syntax))
        {
            return ImmutableArray<AnswerExtraction>.Empty;
        }

        // Only a parameter brings an answer from a caller, and only from one that may hold an answer itself.
        var code = AnsweringCode.Of(body.Picture);
        var isHere = code.MayBeIn(body.Syntax);
        var mayBeGiven = body.Picture.MethodAround(body) is { Parameters.IsEmpty: false } method && code.MayCall(method.Name);
        return isHere || mayBeGiven
            ? TextExtractions
                .In(body)
                .Select(e => new AnswerExtraction(e, AnswersAt(body, e.Text, isHere, mayBeGiven)))
                .Where(static e => !e.Answers.IsEmpty)
                .ToImmutableArray()
            : ImmutableArray<AnswerExtraction>.Empty;
    }

    /// <summary>The answers that a text is; none where it may be something else.</summary>
    private static ImmutableArray<ArrivingAnswer> AnswersAt(Body body, IOperation text, bool isHere, bool mayBeGiven)
    {
        var here = isHere
            ? AnswerUseReader.AnswersIn(body, text, AccessPath.Empty).Distinct().ToImmutableArray()
            : ImmutableArray<ArrivingAnswer>.Empty;
        if (!here.IsEmpty || !mayBeGiven)
        {
            return here;
        }

        // A helper that also reads other texts is written for those as well.
        var parameters = body
            .Picture.TraceThroughLocalFunctions(text, FlowMode.Value)
            .Origins.Where(static o => !o.IsFixed)
            .Select(o => (Origin: o, Parameter: PassedParameters.Of(o, body.Root)))
            .ToList();
        if (parameters.Count == 0 || parameters.Any(static p => p.Parameter is null))
        {
            return ImmutableArray<ArrivingAnswer>.Empty;
        }

        // To find the callers costs most, so they are asked last.
        var callers = body.Picture.VisibleCallersOf(body);
        var code = AnsweringCode.Of(body.Picture);
        if (callers.IsEmpty || !callers.All(c => code.MayBeIn(c.Root().Syntax)))
        {
            return ImmutableArray<ArrivingAnswer>.Empty;
        }

        var passed = callers
            .Select(c =>
                parameters
                    .Select(p => (c.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == p.Parameter!.Ordinal)?.Value, p.Origin.Path))
                    .Where(static p => p.Value is not null)
                    .SelectMany(p => AnswerUseReader.AnswersIn(body.Picture.BodyOf(c), p.Value!, p.Path))
                    .ToList()
            )
            .ToList();
        return passed.All(static a => a.Count > 0)
            ? passed.SelectMany(static a => a).Distinct().ToImmutableArray()
            : ImmutableArray<ArrivingAnswer>.Empty;
    }
}
