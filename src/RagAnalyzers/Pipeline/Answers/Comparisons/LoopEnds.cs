using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>Tells a phrase that ends a conversation: the loop that asks the model again stops when the answer has it.</summary>
internal static class LoopEnds
{
    public static bool Are(IOperation comparison, IOperation place)
    {
        for (var (child, parent) = (comparison, comparison.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (parent is ILoopOperation loop && loop.Syntax.Span.Contains(place.Syntax.Span))
            {
                return loop is IWhileLoopOperation { Condition: { } condition } && ReferenceEquals(condition, child)
                    || IsKept(comparison, loop);
            }

            if (parent is IConditionalOperation choice && ReferenceEquals(choice.Condition, child) && IsInLoopWith(choice, place))
            {
                var arms = new[] { choice.WhenTrue, choice.WhenFalse };
                if (arms.Any(static a => a is not null && a.DescendantsAndSelf().Any(static o => o is IReturnOperation || IsBreak(o))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsBreak(IOperation operation) => operation is IBranchOperation { BranchKind: BranchKind.Break };

    private static bool IsInLoopWith(IOperation operation, IOperation place)
    {
        for (var o = operation.Parent; o is not null; o = o.Parent)
        {
            if (o is ILoopOperation && o.Syntax.Span.Contains(place.Syntax.Span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The comparison's result is kept in a variable that the loop's condition asks for: <c>while (!done)</c>.</summary>
    private static bool IsKept(IOperation comparison, ILoopOperation loop)
    {
        var holder = comparison.Parent;
        while (holder is not null and not (ISimpleAssignmentOperation or IVariableDeclaratorOperation or ILoopOperation))
        {
            holder = holder.Parent;
        }

        var variable = holder switch
        {
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } } => local,
            IVariableDeclaratorOperation { Symbol: { } local } => local,
            _ => null,
        };
        return variable is not null
            && loop is IWhileLoopOperation { Condition: { } condition }
            && condition
                .DescendantsAndSelf()
                .OfType<ILocalReferenceOperation>()
                .Any(l => SymbolEqualityComparer.Default.Equals(l.Local, variable));
    }
}
