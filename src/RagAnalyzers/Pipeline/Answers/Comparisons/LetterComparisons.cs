using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>Reads the comparisons of one letter of a text: <c>text[0] == 'Y'</c>.</summary>
internal static class LetterComparisons
{
    public static IEnumerable<TextComparison> OfTwo(IBinaryOperation equation)
    {
        var (left, right) = (equation.LeftOperand.Unwrapped(), equation.RightOperand.Unwrapped());
        return Constant(right) is { } letter && left.Type?.SpecialType == SpecialType.System_Char
                ? new[] { TextComparison.With(equation, left, TextComparisonKind.Letter, letter) }
            : Constant(left) is { } other && right.Type?.SpecialType == SpecialType.System_Char
                ? new[] { TextComparison.With(equation, right, TextComparisonKind.Letter, other) }
            : Enumerable.Empty<TextComparison>();
    }

    /// <summary>The letter that a value is; a digit or a bracket says nothing about labels.</summary>
    public static string? Constant(IOperation value) =>
        value.Unwrapped().ConstantValue is { HasValue: true, Value: char letter } && char.IsLetter(letter) ? letter.ToString() : null;
}
