using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>
/// Finds the comparisons that model answers flow into: those of the body, and those of methods that the body passes an answer to.
/// </summary>
internal static class AnswerComparisonReader
{
    /// <summary>An answer may get into the body through calls, or over a workflow's edge.</summary>
    public static bool MayBeIn(Body body) => AnsweringCode.Of(body.Picture).MayBeIn(body.Syntax) || EdgeAnswers.AreIn(body);

    public static ImmutableArray<AnswerComparison> Read(Body body)
    {
        var found = ImmutableArray.CreateBuilder<AnswerComparison>();
        var comparisons = TextComparisons.Of(body.Picture).In(body.Root);
        foreach (var comparison in comparisons.Any(static c => c.MayBeWithLabels) ? comparisons : ImmutableArray<TextComparison>.Empty)
        {
            var answers = AnswersAt(body, comparison.Text, comparison.Path, out var isOnly)
                .RemoveAll(a => ExpectedTexts.Are(body.Picture, comparison, a.Place));
            if (!answers.IsEmpty && ComparedConstants.Of(body.Picture, comparison) is { IsEmpty: false } constants)
            {
                found.Add(new AnswerComparison(comparison, constants, answers, comparison.Text, isOnly));
            }
        }

        var methods = ComparingMethods.Of(body.Picture);
        foreach (var call in body.Index.Invocations)
        {
            // To look into the method costs more than to see what it is given.
            if (
                methods.MayCompare(call.TargetMethod)
                && (ObjectOf(body, call) is not null || call.Arguments.Any(a => MayBeAnswer(body, a.Value)))
            )
            {
                AddPassed(call.TargetMethod, call.Arguments, ObjectOf(body, call));
            }
        }

        foreach (
            var read in ComputedProperties
                .ReadIn(body)
                .Where(r => methods.MayCompare(r.Property.GetMethod!) && MayHaveAnswer(body, r.Instance!))
        )
        {
            AddPassed(read.Property.GetMethod!, ImmutableArray<IArgumentOperation>.Empty, read.Instance);
        }

        foreach (var handed in HandedAnswers.Of(body).ToMethods)
        {
            var answers = ImmutableArray.Create(new ComparedAnswer(handed.Answer.Call, handed.Answer.Place, null, IsParsed: false));
            found.AddRange(
                methods
                    .Of(handed.Group.Method)
                    .Where(static p => p is { Ordinal: 0, Path.IsEmpty: true, Given.IsEmpty: true })
                    .Select(p => new AnswerComparison(p.Comparison, p.Constants, answers, handed.Group, IsOnlyAnswers: true))
            );
        }

        foreach (var fed in FedMethod.In(body).Where(static f => f.Group.Method.IsInSource()))
        {
            foreach (var passed in methods.Of(fed.Group.Method).Where(static p => p.Given.IsEmpty))
            {
                if (passed.Ordinal is not { } ordinal)
                {
                    continue;
                }

                var answers = fed.AnswersFor(body, ordinal, passed.Path)
                    .Select(static a => new ComparedAnswer(a.Call, a.Place, null, IsParsed: false))
                    .Distinct()
                    .ToImmutableArray();
                if (!answers.IsEmpty)
                {
                    found.Add(new AnswerComparison(passed.Comparison, passed.Constants, answers, fed.Group, IsOnlyAnswers: false));
                }
            }
        }

        return found.ToImmutable();

        void AddPassed(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? instance)
        {
            foreach (var passed in methods.Of(method))
            {
                if (
                    passed.GivenBy(arguments, instance) is { } given
                    && AnswersAt(body, given, passed.Path, out var isOnly) is { IsEmpty: false } answers
                    && methods.ConstantsAt(passed, arguments) is { IsEmpty: false } constants
                )
                {
                    found.Add(new AnswerComparison(passed.Comparison, constants, answers, given, isOnly));
                }
            }
        }
    }

    /// <summary>The object of the compilation that a method is called on; what the body's own object keeps is read off its members.</summary>
    private static IOperation? ObjectOf(Body body, IInvocationOperation call) =>
        call.Instance is not (null or IInstanceReferenceOperation)
        && call.TargetMethod.MethodKind == MethodKind.Ordinary
        && MayHaveAnswer(body, call.Instance)
            ? call.Instance
            : null;

    /// <summary>A service that the body was given, or that its object keeps and the body does not set, got no answer here.</summary>
    private static bool MayHaveAnswer(Body body, IOperation owner) =>
        owner.Unwrapped() switch
        {
            IParameterReferenceOperation { Parameter.ContainingSymbol: var method } => method
                is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction },
            IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } kept => body
                .Index.ReferencesTo(kept.Member)
                .Any(static r => r.Parent is IAssignmentOperation set && set.Target == r),
            _ => TextCarriers.MayBe(owner),
        };

    /// <summary>A text is an answer, or it is none; any other object may have a member that is one.</summary>
    private static bool MayBeAnswer(Body body, IOperation value) =>
        TextCarriers.MayBe(value)
        && (
            value.Unwrapped().Type?.SpecialType != SpecialType.System_String || !AnswersAt(body, value, AccessPath.Empty, out var _).IsEmpty
        );

    /// <summary>The answers that a value is.</summary>
    /// <param name="isOnly">It is nothing else; when it may be, it is the raw text of an answer or something that is given.</param>
    private static ImmutableArray<ComparedAnswer> AnswersAt(Body body, IOperation value, AccessPath path, out bool isOnly)
    {
        var trace = body.Picture.TraceThroughLocalFunctions(value, FlowMode.Value, path);
        var answers = ImmutableArray.CreateBuilder<ComparedAnswer>();
        isOnly = true;
        foreach (
            var origin in trace
                .Origins.SelectMany(o => RaisedAnswers.Passed(body, o))
                .Where(static o => !o.IsFixed && o.Kind != OriginKind.Creation)
        )
        {
            var count = answers.Count;
            if (origin.Operation is IInvocationOperation call)
            {
                answers.AddRange(origin.Kind == OriginKind.Source ? OfModelCall(body, call, origin) : OfParse(body, call, origin));
            }

            if ((HandedAnswers.Of(body).At(origin) ?? HandedAnswers.LastMessage(body, value, path, origin)) is { } handed)
            {
                answers.Add(new ComparedAnswer(handed.Call, handed.Place, null, IsParsed: false));
            }

            answers.AddRange(
                EdgeAnswers.At(body, origin).Select(static sent => new ComparedAnswer(sent.Call, sent.Place, null, IsParsed: false))
            );

            if (answers.Count == count)
            {
                answers.AddRange(DocumentMembers.Of(body, value, origin));
            }

            if (answers.Count > count)
            {
                continue;
            }

            if (origin.Kind == OriginKind.Unknown)
            {
                return ImmutableArray<ComparedAnswer>.Empty;
            }

            isOnly = false;
        }

        return trace.IsTruncated || (!isOnly && answers.Any(static a => a.Name is not null))
            ? ImmutableArray<ComparedAnswer>.Empty
            : answers.Distinct().ToImmutableArray();
    }

    private static IEnumerable<ComparedAnswer> OfModelCall(Body body, IInvocationOperation call, Origin origin)
    {
        if (
            (
                AnswerUseReader.AnswerAt(body, call, origin.Via)
                ?? (origin.Via is null && !ReferenceEquals(call.Root(), body.Root) ? KeptAnswers.At(body, call) : null)
            )
            is not { } answer
        )
        {
            yield break;
        }

        if (origin.Path.IsEmpty)
        {
            yield return new ComparedAnswer(answer.Call, answer.Place, null, IsParsed: false);
        }
        else if (
            answer.Call.Fact.Typed
            && call.TargetMethod.TypeArguments.Length == 1
            && AnswerMembers.PropertyAt(call.TargetMethod.TypeArguments[0], origin.Path) is { } property
        )
        {
            yield return new ComparedAnswer(answer.Call, answer.Place, property, IsParsed: false);
        }
    }

    /// <summary>A member of what the answer was parsed into.</summary>
    private static IEnumerable<ComparedAnswer> OfParse(Body body, IInvocationOperation parse, Origin origin)
    {
        if (origin.Path.IsEmpty || !body.Picture.Sdks.TryGetFact<ParseFact>(parse.TargetMethod, out var _))
        {
            yield break;
        }

        foreach (var (answer, target) in AnswersParsedBy(body, parse, origin))
        {
            if (AnswerMembers.PropertyAt(target, origin.Path) is { } property)
            {
                yield return answer with
                {
                    Property = property,
                };
            }
        }
    }

    /// <summary>The answers that a parse reads, and the type that it reads them as.</summary>
    public static IEnumerable<(ComparedAnswer Answer, ITypeSymbol Target)> AnswersParsedBy(
        Body body,
        IInvocationOperation parse,
        Origin origin
    )
    {
        foreach (var use in AnswerUse.In(body.Picture.BodyOf(parse)).Where(u => ReferenceEquals(u.Parse.Operation, parse)))
        {
            foreach (var answer in use.Answers)
            {
                var place =
                    ReferenceEquals(parse.Root(), body.Root) ? answer.Place
                    : origin.Via is { } via ? AnswerUseReader.PlaceOf(via.Call)
                    : null;
                if (place is not null)
                {
                    yield return (new ComparedAnswer(answer.Call, place, null, IsParsed: true), use.Target);
                }
            }
        }
    }
}
