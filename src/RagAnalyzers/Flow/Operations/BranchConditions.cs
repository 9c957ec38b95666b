using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Operations;

/// <summary>What is known where an operation stands, because the code gets there under a condition: that one value is, or is not, another.</summary>
internal static class BranchConditions
{
    /// <param name="says">Gets the two values of a comparison, and whether they are equal there; says whether that is what is asked for.</param>
    public static bool Say(IOperation use, Func<IOperation, IOperation, bool, bool> says)
    {
        var child = use;
        for (var o = use.Parent; o is not null; child = o, o = o.Parent)
        {
            if (SaysAt(o, child, says))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>That a condition is true, or false, says what is asked for.</summary>
    public static bool Holds(IOperation condition, bool isTrue, Func<IOperation, IOperation, bool, bool> says) =>
        condition.Unwrapped() switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Holds(not.Operand, !isTrue, says),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } all when isTrue => Holds(all.LeftOperand, isTrue, says)
                || Holds(all.RightOperand, isTrue, says),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } any when !isTrue => Holds(any.LeftOperand, isTrue, says)
                || Holds(any.RightOperand, isTrue, says),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => says(
                comparison.LeftOperand,
                comparison.RightOperand,
                isTrue == (comparison.OperatorKind == BinaryOperatorKind.Equals)
            ),
            IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } left, Arguments: [{ Value: var right }, ..] } => says(
                left,
                right,
                isTrue
            ),
            IIsPatternOperation match => Matches(match.Value, match.Pattern, isTrue, says),
            _ => false,
        };

    private static bool SaysAt(IOperation parent, IOperation child, Func<IOperation, IOperation, bool, bool> says) =>
        parent switch
        {
            IConditionalOperation choice when ReferenceEquals(choice.WhenTrue, child) => Holds(choice.Condition, isTrue: true, says),
            IConditionalOperation choice when ReferenceEquals(choice.WhenFalse, child) => Holds(choice.Condition, isTrue: false, says),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when ReferenceEquals(both.RightOperand, child) =>
                Holds(both.LeftOperand, isTrue: true, says),
            ISwitchCaseOperation { Parent: ISwitchOperation choice, Clauses: var clauses } => clauses.All(c => IsOf(choice.Value, c, says)),
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm when ReferenceEquals(arm.Value, child) =>
                Matches(choice.Value, arm.Pattern, isTrue: true, says),
            IBlockOperation block => block
                .Operations.TakeWhile(s => !ReferenceEquals(s, child))
                .OfType<IConditionalOperation>()
                .Any(s =>
                    (s.WhenTrue.LastStatement() is IBranchOperation || s.WhenTrue.LastStatement().EndsMethod())
                    && Holds(s.Condition, isTrue: false, says)
                ),
            _ => false,
        };

    private static bool IsOf(IOperation value, ICaseClauseOperation clause, Func<IOperation, IOperation, bool, bool> says) =>
        clause switch
        {
            ISingleValueCaseClauseOperation single => says(value, single.Value, true),
            IPatternCaseClauseOperation match => Matches(value, match.Pattern, isTrue: true, says),
            _ => false,
        };

    private static bool Matches(IOperation value, IPatternOperation pattern, bool isTrue, Func<IOperation, IOperation, bool, bool> says) =>
        pattern switch
        {
            IConstantPatternOperation constant => says(value, constant.Value, isTrue),
            INegatedPatternOperation not => Matches(value, not.Pattern, !isTrue, says),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } any when isTrue => Matches(value, any.LeftPattern, isTrue, says)
                && Matches(value, any.RightPattern, isTrue, says),
            _ => false,
        };
}
