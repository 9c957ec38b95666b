using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>
/// Tells words that are counted in a text: <c>words.Count(w => text.Contains(w))</c>. How many of them there are is a measure of prose; an answer
/// that is a label is one of them.
/// </summary>
internal static class WordCounts
{
    public static bool Are(IOperation search) => IsCounted(search) || IsCountedByALoop(search);

    /// <summary>The function of a <c>Count</c> or <c>Sum</c> whose number is more to the program than that it is none.</summary>
    private static bool IsCounted(IOperation search) =>
        search.EnclosingFunction() is IAnonymousFunctionOperation function
        && function.ArgumentOf()
            is { Parent: IInvocationOperation { TargetMethod: { Name: "Count" or "LongCount" or "Sum" } method } count }
        && method.ContainingType.FullNamespace() == "System.Linq"
        && !IsAskedForAny(count);

    /// <summary><c>words.Count(...) > 0</c> is <c>words.Any(...)</c>.</summary>
    private static bool IsAskedForAny(IInvocationOperation count) =>
        count.ParentOf(out var number) is IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } comparison
        && (ReferenceEquals(comparison.LeftOperand, number) ? comparison.RightOperand : comparison.LeftOperand)
            .Unwrapped()
            .ConstantValue.Value
            is 0
                or 1;

    /// <summary><c>foreach (var word in words) if (text.Contains(word)) score++;</c></summary>
    private static bool IsCountedByALoop(IOperation search)
    {
        var sought = search is IInvocationOperation call ? call.Arguments.Select(static a => a.Value.LocalOrParameter()).ToList() : [];
        IConditionalOperation? choice = null;
        IOperation child = search;
        for (var o = search.Parent; o is not null; child = o, o = o.Parent)
        {
            switch (o)
            {
                case IConditionalOperation condition when choice is null && ReferenceEquals(condition.Condition, child):
                    choice = condition;
                    break;
                case IForEachLoopOperation loop when loop.Locals.Any(l => sought.Contains(l, SymbolEqualityComparer.Default)):
                    return choice is not null && Adds(choice.WhenTrue);
            }
        }

        return false;
    }

    private static bool Adds(IOperation statement) =>
        (statement is IBlockOperation { Operations: var all } ? all.FirstOrDefault() : statement)
            is IExpressionStatementOperation
            {
                Operation: IIncrementOrDecrementOperation
                    or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract }
            } added
        && added.Operation.Type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
}
