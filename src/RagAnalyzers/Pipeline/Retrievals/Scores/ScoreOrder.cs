using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Retrievals.Scores;

/// <summary>A call that puts hits into the order of their scores, of which the first are taken then.</summary>
/// <param name="Operation">The call that orders, or finds the first.</param>
/// <param name="Score">The score.</param>
/// <param name="LargestFirst">The largest score comes first.</param>
/// <param name="Opposite">The name of the method that orders the other way.</param>
internal sealed record ScoreOrder(IInvocationOperation Operation, Score Score, bool LargestFirst, string Opposite)
{
    private static readonly ImmutableDictionary<string, (bool LargestFirst, string Opposite, bool TakesFirst)> Orders = ImmutableDictionary<
        string,
        (bool, string, bool)
    >
        .Empty.Add("OrderBy", (false, "OrderByDescending", false))
        .Add("OrderByDescending", (true, "OrderBy", false))
        .Add("MinBy", (false, "MaxBy", true))
        .Add("MaxBy", (true, "MinBy", true));

    private static readonly ImmutableHashSet<string> TakeFirst = ImmutableHashSet.Create(
        "First",
        "FirstOrDefault",
        "Take",
        "FirstAsync",
        "FirstOrDefaultAsync"
    );

    private static readonly ImmutableHashSet<string> Neutral = ImmutableHashSet.Create(
        "Select",
        "Where",
        "ThenBy",
        "ThenByDescending",
        "ToList",
        "ToArray",
        "AsEnumerable",
        "AsNoTracking",
        "Include"
    );

    /// <summary>The calls of a body.</summary>
    public static ImmutableArray<ScoreOrder> In(Body body) =>
        body.Once(static b => Score.MayBeIn(b) ? Read(b).ToImmutableArray() : ImmutableArray<ScoreOrder>.Empty);

    private static IEnumerable<ScoreOrder> Read(Body body)
    {
        foreach (var call in body.Index.Invocations)
        {
            if (
                Orders.TryGetValue(call.TargetMethod.Name, out var order)
                && (order.TakesFirst || FirstIsTaken(call))
                && call.Arguments.Select(static a => a.Value.HandedFunction()).OfType<IAnonymousFunctionOperation>().FirstOrDefault()
                    is { } key
                && key.ReturnedValues().ToList() is [var value]
                && ScoreIn(body.Picture, value) is { } score
            )
            {
                yield return new ScoreOrder(call, score, order.LargestFirst, order.Opposite);
            }
        }
    }

    /// <summary>The value is a score, or one was put where it is read: <c>Select(d => new { d, Score = ... }).OrderBy(x => x.Score)</c>.</summary>
    private static Score? ScoreIn(Picture picture, IOperation value) =>
        Score.Of(picture, value)
        ?? (
            value.Unwrapped() is IPropertyReferenceOperation
            && picture.TraceWithinBody(value, FlowMode.Value)
                is { IsTruncated: false, Origins: [{ Kind: OriginKind.Call, Path.IsEmpty: true, Operation: var origin }] }
                ? Score.Of(picture, origin)
                : null
        );

    private static bool FirstIsTaken(IInvocationOperation call)
    {
        for (IOperation child = call; ; )
        {
            var parent = child.Parent;
            while (parent is IConversionOperation or IParenthesizedOperation or IArgumentOperation)
            {
                parent = parent.Parent;
            }

            if (parent is not IInvocationOperation next)
            {
                return parent
                    is IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value.ConstantValue: { Value: 0 } }] };
            }

            if (TakeFirst.Contains(next.TargetMethod.Name))
            {
                return true;
            }

            if (!Neutral.Contains(next.TargetMethod.Name))
            {
                return false;
            }

            child = next;
        }
    }
}
