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

    /// <summary>
    /// A function that the call is handed chooses elements, and that it chooses one says what is asked for: <c>Where(e => e.Kind == "order")</c>.
    /// </summary>
    /// <param name="of">Makes <c>says</c> of the function's parameter; null where the parameter is nothing to ask about.</param>
    public static bool IsChosenBy(IInvocationOperation call, Func<IParameterSymbol, Func<IOperation, IOperation, bool, bool>?> of) =>
        call.Arguments.Any(a =>
            a.Value.HandedFunction() is IAnonymousFunctionOperation { Symbol: { Parameters: [var element, ..] } symbol } lambda
            && symbol.ReturnType.SpecialType == SpecialType.System_Boolean
            && of(element) is { } says
            && lambda.ReturnedValues().ToList() is [var condition]
            && Holds(condition, isTrue: true, says)
        );

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
            IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: true }, Arguments: { Length: > 1 } both } => says(
                both[0].Value,
                both[1].Value,
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
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when ReferenceEquals(either.RightOperand, child) =>
                Holds(either.LeftOperand, isTrue: false, says),
            ISwitchCaseOperation { Parent: ISwitchOperation choice, Clauses: var clauses } => clauses.All(c => IsOf(choice, c, says)),
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm when ReferenceEquals(arm.Value, child) =>
                Matches(choice.Value, arm.Pattern, isTrue: true, says)
                    || choice
                        .Arms.TakeWhile(a => !ReferenceEquals(a, arm))
                        .Any(a => a.Guard is null && Matches(choice.Value, a.Pattern, isTrue: false, says)),
            IBlockOperation block => block
                .Operations.TakeWhile(s => !ReferenceEquals(s, child))
                .OfType<IConditionalOperation>()
                .Any(s =>
                    (s.WhenTrue.LastStatement() is IBranchOperation || s.WhenTrue.LastStatement().EndsMethod())
                    && Holds(s.Condition, isTrue: false, says)
                ),
            _ => false,
        };

    private static bool IsOf(ISwitchOperation choice, ICaseClauseOperation clause, Func<IOperation, IOperation, bool, bool> says) =>
        clause is IDefaultCaseClauseOperation
            ? choice.Cases.SelectMany(static c => c.Clauses).Any(c => IsOf(choice.Value, c, isTrue: false, says)) && !Jumps(choice)
            : IsOf(choice.Value, clause, isTrue: true, says);

    private static bool IsOf(IOperation value, ICaseClauseOperation clause, bool isTrue, Func<IOperation, IOperation, bool, bool> says) =>
        clause switch
        {
            ISingleValueCaseClauseOperation single => says(value, single.Value, isTrue),
            IPatternCaseClauseOperation match => (isTrue || match.Guard is null) && Matches(value, match.Pattern, isTrue, says),
            _ => false,
        };

    /// <summary>A case goes on in another one: <c>goto default</c>.</summary>
    private static bool Jumps(ISwitchOperation choice) =>
        choice.Descendants().Any(static o => o is IBranchOperation { BranchKind: BranchKind.GoTo });

    private static bool Matches(IOperation value, IPatternOperation pattern, bool isTrue, Func<IOperation, IOperation, bool, bool> says) =>
        pattern switch
        {
            IConstantPatternOperation constant => says(value, constant.Value, isTrue),
            INegatedPatternOperation not => Matches(value, not.Pattern, !isTrue, says),
            // Each member of `{ Kind: Kind.Order, Text: var text }` is what its own pattern says.
            IRecursivePatternOperation { PropertySubpatterns: var members } when isTrue => members.Any(m =>
                Matches(m.Member, m.Pattern, isTrue, says)
            ),
            // One that holds is enough where all do, and one that does not where none does.
            IBinaryPatternOperation two when two.OperatorKind == BinaryOperatorKind.And == isTrue => Matches(
                value,
                two.LeftPattern,
                isTrue,
                says
            ) || Matches(value, two.RightPattern, isTrue, says),
            IBinaryPatternOperation two => Matches(value, two.LeftPattern, isTrue, says) && Matches(value, two.RightPattern, isTrue, says),
            _ => false,
        };

    /// <summary>What the members say that stand in one pattern with the one which declares a local: <c>{ Kind: Kind.Order, Text: var text }</c>.</summary>
    public static bool SayBeside(IPatternOperation declaration, Func<IOperation, IOperation, bool, bool> says)
    {
        for (var o = declaration.Parent; o is IPatternOperation or IPropertySubpatternOperation; o = o.Parent)
        {
            if (o is IRecursivePatternOperation all && Matches(all, all, isTrue: true, says))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a member is read off: the expression in front of it, or what the pattern is matched against that names it.</summary>
    public static IOperation? OwnerOf(IMemberReferenceOperation member)
    {
        if (member.Instance is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput })
        {
            return member.Instance;
        }

        var matched = member.Parent?.Parent;
        while (matched?.Parent is IBinaryPatternOperation or INegatedPatternOperation)
        {
            matched = matched.Parent;
        }

        return matched?.Parent switch
        {
            IIsPatternOperation test => test.Value,
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => choice.Value,
            ICaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } } => choice.Value,
            _ => null,
        };
    }
}
