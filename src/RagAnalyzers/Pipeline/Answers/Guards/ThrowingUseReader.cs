using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers.Guards;

/// <summary>Finds where a body turns a model's answer into a structure: its parses, and its reads of typed results.</summary>
internal static class ThrowingUseReader
{
    /// <summary>The uses in source order.</summary>
    public static ImmutableArray<ThrowingUse> Read(Body body) =>
        AnswerUse.In(body).IsEmpty && !body.Picture.Mentions.Any<TypedResultFact>(body)
            ? ImmutableArray<ThrowingUse>.Empty
            : AnswerUse
                .In(body)
                .Where(static u => !u.Parse.Fact.IsSafe)
                .Select(Of)
                .Concat(TypedResultsIn(body))
                .OrderBy(static u => u.Site.Syntax.SpanStart)
                .ToImmutableArray();

    /// <summary>A parse as what throws where the answer is malformed.</summary>
    public static ThrowingUse Of(AnswerUse use)
    {
        var within = ImmutableArray.CreateBuilder<IOperation>();
        for (var inner = use.Inner; inner is not null; inner = inner.Inner)
        {
            within.Add(inner.Site);
        }

        return new ThrowingUse(
            use.Site,
            use.Parse.Operation,
            within.ToImmutable(),
            ThrownExceptions.Of(use.Parse.Fact),
            use.Target,
            use.Answers,
            use
        );
    }

    private static IEnumerable<ThrowingUse> TypedResultsIn(Body body)
    {
        if (!body.Picture.Mentions.Any<TypedResultFact>(body))
        {
            yield break;
        }

        foreach (var read in body.Index.Operations.OfType<IPropertyReferenceOperation>())
        {
            if (!body.Picture.Sdks.TryGetFact<TypedResultFact>(read.Property, out var _))
            {
                continue;
            }

            var answers = AnswerUseReader
                .AnswersIn(body, read, AccessPath.Empty)
                .Concat(AnswersOfCallers(body.Picture, read))
                .Distinct()
                .ToImmutableArray();
            if (!answers.IsEmpty)
            {
                yield return new ThrowingUse(
                    read,
                    read,
                    ImmutableArray<IOperation>.Empty,
                    ThrownExceptions.OfTypedResult,
                    read.Type!,
                    answers,
                    Parsed: null
                );
            }
        }
    }

    /// <summary>The answers that callers, all of which can be seen, pass to the method.</summary>
    private static IEnumerable<ArrivingAnswer> AnswersOfCallers(Picture picture, IOperation value)
    {
        foreach (var origin in picture.TraceThroughCallers(value, FlowMode.Value).Origins)
        {
            if (
                origin is { Kind: OriginKind.Source, Path.IsEmpty: true, Via: null, Operation: IInvocationOperation call }
                && !ReferenceEquals(call.Root(), value.Root())
                && ModelCall.At(picture.BodyOf(call), call) is { } modelCall
            )
            {
                yield return new ArrivingAnswer(modelCall, call);
            }
        }
    }
}
