using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>Tells a word that is looked for in a report: the same condition looks for one of its headings, too.</summary>
internal static class HeadingSearches
{
    public static bool StandBeside(TextComparison comparison)
    {
        if (comparison.Text.LocalOrParameter() is not { } text)
        {
            return false;
        }

        for (var (child, parent) = (comparison.Operation, comparison.Operation.Parent); parent is IBinaryOperation both; )
        {
            if (both.OperatorKind == BinaryOperatorKind.ConditionalAnd)
            {
                var other = ReferenceEquals(both.LeftOperand, child) ? both.RightOperand : both.LeftOperand;
                if (other.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => LooksForHeading(call, text)))
                {
                    return true;
                }
            }

            (child, parent) = (both, both.Parent);
        }

        return false;
    }

    private static bool LooksForHeading(IInvocationOperation call, ISymbol text) =>
        call is { TargetMethod.Name: "Contains" or "StartsWith", Instance: { } searched }
        && SymbolEqualityComparer.Default.Equals(searched.LocalOrParameter(), text)
        && call.Arguments.Any(static a => a.Value.ConstantValue is { Value: string sought } && IsHeading(sought.Trim()));

    private static bool IsHeading(string text) => text.Length > 1 && text.EndsWith(":", System.StringComparison.Ordinal);
}
