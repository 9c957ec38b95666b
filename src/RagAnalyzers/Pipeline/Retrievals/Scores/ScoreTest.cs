using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Calls;

namespace RagAnalyzers.Pipeline.Retrievals.Scores;

/// <summary>A comparison of a score with a threshold that decides which hits are kept.</summary>
/// <param name="Operation">The comparison.</param>
/// <param name="Score">The score.</param>
/// <param name="Threshold">The threshold.</param>
/// <param name="KeepsLarger">Hits are kept whose score is larger than the threshold; otherwise the smaller ones are.</param>
internal sealed record ScoreTest(IOperation Operation, Score Score, IOperation Threshold, bool KeepsLarger)
{
    private const double Least = 0.05;
    private const double Most = 0.95;

    /// <summary>Calls whose lambda says which elements go on.</summary>
    private static readonly ImmutableHashSet<string> Keeping = ImmutableHashSet.Create(
        "Where",
        "First",
        "FirstOrDefault",
        "FirstAsync",
        "FirstOrDefaultAsync",
        "Any",
        "Count",
        "TakeWhile",
        "FindAll",
        "Find"
    );

    private static readonly ImmutableHashSet<string> Dropping = ImmutableHashSet.Create("RemoveAll", "SkipWhile");

    /// <summary>The comparisons of a body, as far as their direction is known.</summary>
    public static ImmutableArray<ScoreTest> In(Body body) =>
        body.Once(static b => Score.MayBeIn(b) ? WithoutSides(Read(b).ToList()) : ImmutableArray<ScoreTest>.Empty);

    private static ImmutableArray<ScoreTest> WithoutSides(List<ScoreTest> tests) =>
        tests.Where(t => !tests.Exists(o => o.IsOtherSideOf(t))).ToImmutableArray();

    /// <summary>What one of the tests keeps the other one leaves out, and both parts are used for something; or the two are the ends of a range.</summary>
    private bool IsOtherSideOf(ScoreTest other) =>
        KeepsLarger != other.KeepsLarger
        && (
            Threshold.Syntax.IsEquivalentTo(other.Threshold.Syntax)
            || (Score.Hit is { } hit && SymbolEqualityComparer.Default.Equals(hit, other.Score.Hit))
        );

    private static IEnumerable<ScoreTest> Read(Body body)
    {
        foreach (var operation in body.Index.Operations)
        {
            var test = operation switch
            {
                IBinaryOperation comparison => OfComparison(body.Picture, comparison),
                IIsPatternOperation match => OfPattern(body.Picture, match),
                _ => null,
            };
            if (test is not null)
            {
                yield return test;
            }
        }
    }

    private static ScoreTest? OfComparison(Picture picture, IBinaryOperation comparison)
    {
        if (Larger(comparison.OperatorKind) is not { } larger)
        {
            return null;
        }

        var left = Score.Of(picture, comparison.LeftOperand);
        var right = Score.Of(picture, comparison.RightOperand);

        // Two scores are compared to find the best; a threshold is no score.
        if ((left is null) == (right is null) || (left ?? right) is not { } score)
        {
            return null;
        }

        var (compared, threshold) = left is null
            ? (comparison.RightOperand, comparison.LeftOperand)
            : (comparison.LeftOperand, comparison.RightOperand);
        return IsBand(comparison, compared) ? null : Of(picture, comparison, score, threshold, left is null ? !larger : larger);
    }

    /// <summary><c>hit.Score is &lt; 0.7</c>, <c>hit.Score is not > 0.7</c></summary>
    private static ScoreTest? OfPattern(Picture picture, IIsPatternOperation match)
    {
        var pattern = match.Pattern;
        var isTrue = true;
        while (pattern is INegatedPatternOperation not)
        {
            (pattern, isTrue) = (not.Pattern, !isTrue);
        }

        // `null or < 0.7`: without a score there is nothing to compare.
        if (
            pattern is IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or, RightPattern: var compared } either
            && either.LeftPattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }
        )
        {
            pattern = compared;
        }

        return
            pattern is IRelationalPatternOperation { Value: var threshold } relation
            && Larger(relation.OperatorKind) is { } larger
            && Score.Of(picture, match.Value) is { } score
            ? Of(picture, match, score, threshold, larger == isTrue)
            : null;
    }

    /// <param name="isLarger">Where the comparison holds, the score is larger than the threshold.</param>
    private static ScoreTest? Of(Picture picture, IOperation comparison, Score score, IOperation threshold, bool isLarger) =>
        IsThreshold(picture, threshold, isLarger) && Keeps(comparison, score.Hit) is { } keeps
            ? new ScoreTest(comparison, score, threshold, isLarger == keeps)
            : null;

    private static bool? Larger(BinaryOperatorKind kind) =>
        kind switch
        {
            BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => true,
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => false,
            _ => null,
        };

    /// <summary>Something fixed, and no bound that only keeps out the very same text (0, or almost 1).</summary>
    private static bool IsThreshold(Picture picture, IOperation value, bool isLarger) =>
        NamedNumber.Of(new Route(picture, Calls: null), value) is { } number
            ? isLarger
                ? number > Least
                : number < Most
            : value.Unwrapped()
                is IParameterReferenceOperation
                    or IFieldReferenceOperation { Field.IsReadOnly: true }
                    or IPropertyReferenceOperation;

    /// <summary>The same condition bounds the score on the other side, too.</summary>
    private static bool IsBand(IBinaryOperation comparison, IOperation compared)
    {
        IOperation condition = comparison;
        while (
            condition.Parent
                is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both
        )
        {
            condition = both;
        }

        return condition
            .Descendants()
            .OfType<IBinaryOperation>()
            .Any(o =>
                !ReferenceEquals(o, comparison)
                && Larger(o.OperatorKind) is not null
                && (IsSame(o.LeftOperand, compared) || IsSame(o.RightOperand, compared))
            );
    }

    private static bool IsSame(IOperation one, IOperation other) => one.Unwrapped().Syntax.IsEquivalentTo(other.Unwrapped().Syntax);

    /// <summary>Whether a hit is kept where the comparison holds; false where it is left out, null where that cannot be told.</summary>
    private static bool? Keeps(IOperation comparison, ISymbol? hit)
    {
        var isTrue = true;
        for (var child = comparison; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }:
                    isTrue = !isTrue;
                    break;
                case IParenthesizedOperation or IConversionOperation:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }:
                    break;
                case IConditionalOperation conditional when ReferenceEquals(conditional.Condition, child):
                    return KeepsBranch(conditional, hit) is { } branch ? branch == isTrue : null;
                case IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation lambda } }:
                    return KeepsElement(lambda) is { } element ? element == isTrue : null;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool? KeepsElement(IAnonymousFunctionOperation lambda) =>
        lambda.ArgumentOf()?.Parent is IInvocationOperation { TargetMethod.Name: var name } chosen && !IsLogged(chosen) && !LogsEach(chosen)
            ? Keeping.Contains(name)
                ? true
                : Dropping.Contains(name)
                    ? false
                    : null
            : null;

    /// <summary>A loop goes through what is chosen, and writes each to a log: these may be the ones that nobody keeps.</summary>
    private static bool LogsEach(IInvocationOperation chosen) =>
        chosen.ParentOf(out _) is IForEachLoopOperation { Locals: [var hit], Body: var body }
        && body.Descendants().Where(o => IsReferenceTo(o, hit)).ToList() is { Count: > 0 } uses
        && uses.TrueForAll(IsLogged);

    private static bool? KeepsBranch(IConditionalOperation conditional, ISymbol? hit)
    {
        if (hit is null)
        {
            return null;
        }

        var uses = Uses(conditional.WhenTrue, hit);
        return uses ? true
            : Leaves(conditional.WhenTrue) && (conditional.WhenFalse is null || Uses(conditional.WhenFalse, hit)) ? false
            : null;
    }

    /// <summary>The branch does something with the hit's record.</summary>
    private static bool Uses(IOperation? branch, ISymbol hit) =>
        branch
            ?.DescendantsAndSelf()
            .Any(o => IsReferenceTo(o, hit) && !(o.Parent is IPropertyReferenceOperation { Property.Name: "Score" }) && !IsLogged(o))
        == true;

    private static bool IsReferenceTo(IOperation operation, ISymbol hit) =>
        operation switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, hit),
            IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, hit),
            _ => false,
        };

    private static bool IsLogged(IOperation operation)
    {
        for (var o = operation.Parent; o is not null; o = o.Parent)
        {
            if (o is IInvocationOperation { TargetMethod.Name: var name } && name.StartsWith("Log", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The branch goes on with the next hit, or leaves.</summary>
    private static bool Leaves(IOperation branch) =>
        (branch is IBlockOperation block ? block.Operations.LastOrDefault() : branch)
            is IBranchOperation
                or IReturnOperation
                or IThrowOperation;
}
