using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
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

    private static bool Contains(IOperation outer, IOperation inner) => outer.Syntax.Span.Contains(inner.Syntax.Span);

    private static bool IsConditional(IOperation parent, IOperation child) =>
        parent switch
        {
            IConditionalOperation conditional => !ReferenceEquals(conditional.Condition, child),
            ICoalesceOperation coalesce => ReferenceEquals(coalesce.WhenNull, child),
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
        return function
            .Descendants()
            .Any(o =>
                o is IReturnOperation or IBranchOperation or IThrowOperation
                && o.Syntax.SpanStart >= from
                && o.Syntax.Span.End <= site.Syntax.SpanStart
                && ReferenceEquals(o.EnclosingFunction(), function)
            );
    }
}
