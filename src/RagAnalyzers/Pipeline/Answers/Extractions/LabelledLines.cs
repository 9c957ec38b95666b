using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Extractions;

/// <summary>
/// Reads the texts that are told apart by what they begin with, and cut off behind it: <c>if (line.StartsWith("TITLE:")) title =
/// line.Substring(6)</c>. One such label alone is a preface that is cleaned away.
/// </summary>
internal static class LabelledLines
{
    public static IEnumerable<TextExtraction> In(Body body) =>
        body
            .Index.Invocations.Select(Of)
            .OfType<(ISymbol Line, string Label, IOperation Cut, IOperation Text)>()
            .GroupBy(static l => l.Line, SymbolEqualityComparer.Default)
            .Where(static g => g.Select(static l => l.Label).Distinct().Count() > 1)
            .Select(static g =>
                (
                    First: g.OrderBy(static l => l.Cut.Syntax.SpanStart).First(),
                    Labels: string.Join(", ", g.Select(static l => $"'{l.Label}'").Distinct())
                )
            )
            .Select(static f => new TextExtraction(f.First.Cut, f.First.Text, TextExtractionKind.Labelled, f.Labels));

    private static (ISymbol Line, string Label, IOperation Cut, IOperation Text)? Of(IInvocationOperation test)
    {
        if (
            test is not { TargetMethod: { Name: "StartsWith", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text }
            || text.LocalOrParameter() is not { } line
            || test.Arguments[0].Value.ConstantValue is not { HasValue: true, Value: string label }
            || !IsLabel(label.Trim())
            || Guarded(test) is not { } then
        )
        {
            return null;
        }

        return then.DescendantsAndSelf().FirstOrDefault(o => IsCutOf(o, line)) is { } cut ? (line, label.Trim(), cut, text) : null;
    }

    private static bool IsLabel(string text) =>
        text.Length > 2 && text[text.Length - 1] is ':' or '=' && text.Any(char.IsLetter) && !TextMarks.AreCleaning(text);

    /// <summary>What happens when the text begins so.</summary>
    private static IOperation? Guarded(IOperation test)
    {
        for (var (child, parent) = (test, test.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IConditionalOperation conditional when ReferenceEquals(conditional.Condition, child):
                    return conditional.WhenTrue;
                case IBinaryOperation or IUnaryOperation { OperatorKind: not UnaryOperatorKind.Not } or IParenthesizedOperation:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What follows the label is taken.</summary>
    private static bool IsCutOf(IOperation operation, ISymbol line) =>
        operation switch
        {
            IInvocationOperation
            {
                TargetMethod:
                { Name: "Substring" or "Replace" or "Remove" or "Split", ContainingType.SpecialType: SpecialType.System_String },
                Instance: { } text
            } => Is(text, line),
            IImplicitIndexerReferenceOperation { Instance: { Type.SpecialType: SpecialType.System_String } text } => Is(text, line),
            _ => false,
        };

    private static bool Is(IOperation text, ISymbol line) => SymbolEqualityComparer.Default.Equals(text.LocalOrParameter(), line);
}
