using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>
/// Reads the conversions of a text to an enum or a truth value: each compares the text with the names of the type's values. One whose
/// failure is looked at is none.
/// </summary>
internal static class LabelParses
{
    /// <summary>The names of the conversions.</summary>
    public static readonly string[] Names = { "Parse", "TryParse", "IsDefined" };

    private static readonly string[] TruthValues = { "true", "false" };

    public static IEnumerable<TextComparison> Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.SpecialType == SpecialType.System_Boolean)
        {
            return
                (
                    method.Name switch
                    {
                        "Parse" => !IsCaught(call),
                        "TryParse" => IsIgnored(call) || IsTakenForFalse(call),
                        _ => false,
                    }
                )
                && call.Arguments.Length > 0
                ? new[]
                {
                    TextComparison.With(call, TextComparisons.Spanned(call.Arguments[0].Value), TextComparisonKind.Whole, TruthValues),
                }
                : Enumerable.Empty<TextComparison>();
        }

        var target =
            method.TypeArguments.Length == 1
                ? method.TypeArguments[0]
                : (call.ArgumentNamed("enumType")?.Unwrapped() as ITypeOfOperation)?.TypeOperand;
        var isUnhandled = method.Name switch
        {
            "Parse" => !IsCaught(call),
            "TryParse" => IsIgnored(call),
            "IsDefined" => true,
            _ => false,
        };
        return
            isUnhandled
            && target is { TypeKind: TypeKind.Enum }
            && call.ArgumentNamed("value") is { } text
            && TextComparisons.Spanned(text) is var compared
            && compared.Type?.SpecialType == SpecialType.System_String
            ? new[] { TextComparison.With(call, compared, TextComparisonKind.Whole, NamesOf(target)) }
            : Enumerable.Empty<TextComparison>();
    }

    public static string[] NamesOf(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue).Select(static f => f.Name).ToArray();

    /// <summary>Nobody looks at what <c>TryParse</c> says.</summary>
    private static bool IsIgnored(IOperation call) =>
        call.ParentOf(out _) is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    /// <summary><c>TryParse(text, out var yes) &amp;&amp; yes</c>: what is neither is taken for a no.</summary>
    private static bool IsTakenForFalse(IInvocationOperation call) =>
        call.ParentOf(out var child) switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both => ReferenceEquals(
                both.LeftOperand,
                child
            ) && IsResultOf(call, both.RightOperand),
            IConditionalOperation { WhenFalse.ConstantValue: { HasValue: true, Value: false } } choice => ReferenceEquals(
                choice.Condition,
                child
            ) && IsResultOf(call, choice.WhenTrue),
            _ => false,
        };

    private static bool IsResultOf(IInvocationOperation call, IOperation value) =>
        call.Arguments.FirstOrDefault(static a => a.Parameter?.RefKind == RefKind.Out)?.Value switch
        {
            IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: { } local } } => IsLocal(value, local),
            ILocalReferenceOperation { Local: { } local } => IsLocal(value, local),
            _ => false,
        };

    private static bool IsLocal(IOperation value, ILocalSymbol local) =>
        value.Unwrapped() is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    private static bool IsCaught(IOperation operation)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (parent is ITryOperation attempt && ReferenceEquals(attempt.Body, child) && !attempt.Catches.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
