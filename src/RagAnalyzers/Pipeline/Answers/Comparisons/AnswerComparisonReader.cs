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
    public static ImmutableArray<AnswerComparison> Read(Body body)
    {
        if (!AnsweringCode.Of(body.Picture).MayBeIn(body.Root))
        {
            return ImmutableArray<AnswerComparison>.Empty;
        }

        var found = ImmutableArray.CreateBuilder<AnswerComparison>();
        foreach (var comparison in TextComparisons.Of(body.Picture).In(body.Root))
        {
            var answers = AnswersAt(body, comparison.Text, comparison.Path)
                .RemoveAll(a => ExpectedTexts.Are(body.Picture, comparison, a.Place));
            if (!answers.IsEmpty && ComparedConstants.Of(body.Picture, comparison) is { IsEmpty: false } constants)
            {
                found.Add(new AnswerComparison(comparison, constants, answers));
            }
        }

        foreach (var call in body.Index.Invocations)
        {
            foreach (var passed in ComparingMethods.Of(body.Picture).Of(call.TargetMethod))
            {
                if (
                    call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == passed.Ordinal) is { } argument
                    && AnswersAt(body, argument.Value, passed.Path) is { IsEmpty: false } answers
                )
                {
                    found.Add(new AnswerComparison(passed.Comparison, passed.Constants, answers));
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The answers that a value is; none when it may be something else as well.</summary>
    private static ImmutableArray<ComparedAnswer> AnswersAt(Body body, IOperation value, AccessPath path)
    {
        var trace = body.Picture.TraceThroughLocalFunctions(value, FlowMode.Value, path);
        var answers = ImmutableArray.CreateBuilder<ComparedAnswer>();
        foreach (
            var origin in trace.Origins.Where(static o =>
                o.Kind is not (OriginKind.Constant or OriginKind.Null or OriginKind.Unset or OriginKind.Creation)
            )
        )
        {
            var count = answers.Count;
            if (origin.Operation is IInvocationOperation call)
            {
                answers.AddRange(origin.Kind == OriginKind.Source ? OfModelCall(body, call, origin) : OfParse(body, call, origin));
            }

            if (answers.Count == count)
            {
                return ImmutableArray<ComparedAnswer>.Empty;
            }
        }

        return trace.IsTruncated ? ImmutableArray<ComparedAnswer>.Empty : answers.Distinct().ToImmutableArray();
    }

    private static IEnumerable<ComparedAnswer> OfModelCall(Body body, IInvocationOperation call, Origin origin)
    {
        if (AnswerUseReader.AnswerAt(body, call, origin.Via) is not { } answer)
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
            && PropertyAt(call.TargetMethod.TypeArguments[0], origin.Path) is { } property
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

        foreach (var use in AnswerUse.In(body.Picture.BodyOf(parse)).Where(u => ReferenceEquals(u.Parse.Operation, parse)))
        {
            if (PropertyAt(use.Target, origin.Path) is not { } property)
            {
                continue;
            }

            foreach (var answer in use.Answers)
            {
                var place =
                    ReferenceEquals(parse.Root(), body.Root) ? answer.Place
                    : origin.Via is { } via ? AnswerUseReader.PlaceOf(via.Call)
                    : null;
                if (place is not null)
                {
                    yield return new ComparedAnswer(answer.Call, place, property, IsParsed: true);
                }
            }
        }
    }

    /// <summary>The text property at a path of a type of this compilation, elements of collections standing for the collection.</summary>
    private static IPropertySymbol? PropertyAt(ITypeSymbol type, AccessPath path)
    {
        IPropertySymbol? property = null;
        for (var (current, rest) = (ElementOf(type), path); !rest.IsEmpty; rest = rest.Rest)
        {
            property = MembersOf(current).FirstOrDefault(p => p.Name == rest.Head);
            if (property is null || !property.ContainingType.IsInSource())
            {
                return null;
            }

            current = ElementOf(property.Type);
        }

        return property is not null && ElementOf(property.Type).SpecialType == SpecialType.System_String ? property : null;
    }

    private static IEnumerable<IPropertySymbol> MembersOf(ITypeSymbol type) =>
        type.AndBaseTypes().SelectMany(static t => t.GetMembers()).OfType<IPropertySymbol>();

    private static ITypeSymbol ElementOf(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => ElementOf(array.ElementType),
            INamedTypeSymbol { SpecialType: not SpecialType.System_String, TypeArguments: [{ } element] } named when !named.IsInSource() =>
                ElementOf(element),
            _ => type,
        };
}
