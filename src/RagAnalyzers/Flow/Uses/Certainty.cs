using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Uses;

/// <summary>Says whether code runs whenever other code of the same body has run. Exceptions aside: any call may throw.</summary>
internal static class Certainty
{
    /// <summary>Control that has passed <paramref name="before"/> gets to <paramref name="site"/>.</summary>
    public static bool Follows(IOperation site, IOperation before)
    {
        var function = site.EnclosingFunction();
        if (!ReferenceEquals(function, before.EnclosingFunction()) || site.Syntax.SpanStart < before.Syntax.SpanStart)
        {
            return false;
        }

        IOperation child = site;
        for (var parent = site.Parent; parent is not null && !Contains(parent, before); child = parent, parent = parent.Parent)
        {
            if (IsConditional(parent, child))
            {
                return false;
            }
        }

        return !JumpsBetween(function, before, site);
    }

    // Where a node begins without its trivia is looked for down to its first token: in a text of thousands of pieces, as many levels.
    private static bool Contains(IOperation outer, IOperation inner) => outer.Syntax.FullSpan.Contains(inner.Syntax.Span);

    private static bool IsConditional(IOperation parent, IOperation child) =>
        parent switch
        {
            IConditionalOperation conditional => !ReferenceEquals(conditional.Condition, child),
            ICoalesceOperation coalesce => ReferenceEquals(coalesce.WhenNull, child),
            ICoalesceAssignmentOperation coalesce => ReferenceEquals(coalesce.Value, child),
            IConditionalAccessOperation access => ReferenceEquals(access.WhenNotNull, child),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary =>
                ReferenceEquals(binary.RightOperand, child),
            ILoopOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation => true,
            _ => false,
        };

    /// <summary>Something between the two may leave the function or the loop first.</summary>
    private static bool JumpsBetween(IOperation function, IOperation before, IOperation site)
    {
        var from = Contains(before, site) ? before.Syntax.SpanStart : before.Syntax.Span.End;
        var to = site.Syntax.SpanStart;
        var jumps = BodyIndex.Of(function).Jumps;
        for (var i = FirstFrom(jumps, from); i < jumps.Length && jumps[i].Syntax.SpanStart < to; i++)
        {
            if (jumps[i].Syntax.Span.End <= to && ReferenceEquals(jumps[i].EnclosingFunction(), function))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first of them that begins at a position or behind it; how many there are when none does.</summary>
    private static int FirstFrom(ImmutableArray<IOperation> jumps, int position)
    {
        var (low, high) = (0, jumps.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = jumps[middle].Syntax.SpanStart < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
