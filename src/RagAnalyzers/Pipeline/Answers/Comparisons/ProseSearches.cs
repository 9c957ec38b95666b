using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>
/// Tells a word that is looked for in prose: the condition holds only together with a heading of a report, or looks for a whole phrase as well,
/// one that the model should not repeat, for example.
/// </summary>
internal static class ProseSearches
{
    /// <summary>Labels are shorter.</summary>
    private const int WordsOfPhrase = 4;

    public static bool Are(TextComparison comparison)
    {
        if (comparison.Text.LocalOrParameter() is not { } text)
        {
            return false;
        }

        for (var (child, parent) = (comparison.Operation, comparison.Operation.Parent); parent is IBinaryOperation both; )
        {
            var other = ReferenceEquals(both.LeftOperand, child) ? both.RightOperand : both.LeftOperand;
            var isHeadingEnough = both.OperatorKind == BinaryOperatorKind.ConditionalAnd;
            if (
                other
                    .DescendantsAndSelf()
                    .OfType<IInvocationOperation>()
                    .Any(call => SoughtIn(text, call) is { } sought && (IsPhrase(sought) || (isHeadingEnough && IsHeading(sought))))
            )
            {
                return true;
            }

            (child, parent) = (both, both.Parent);
        }

        return false;
    }

    private static string? SoughtIn(ISymbol text, IInvocationOperation call) =>
        call is { TargetMethod.Name: "Contains" or "StartsWith", Instance: { } searched }
        && SymbolEqualityComparer.Default.Equals(searched.LocalOrParameter(), text)
            ? call.Arguments.Select(static a => a.Value.ConstantValue.Value).OfType<string>().FirstOrDefault()?.Trim()
            : null;

    private static bool IsHeading(string text) => text.Length > 1 && text.EndsWith(":", StringComparison.Ordinal);

    private static bool IsPhrase(string text) => text.Split(' ').Length >= WordsOfPhrase;
}
