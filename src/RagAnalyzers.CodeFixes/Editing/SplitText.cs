using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>A text of sentences and a value, in two: the sentences before and behind the value, and the value with its label.</summary>
/// <param name="Rules">The literal with the sentences, or null when there are none.</param>
/// <param name="Rest">The label and the value.</param>
internal sealed record SplitText(ExpressionSyntax? Rules, ExpressionSyntax Rest)
{
    private const string LineEnd = "\\n";

    /// <summary>The two, or null when sentences behind the value say where it is, or the text is put together in another way.</summary>
    public static SplitText? Of(ExpressionSyntax text)
    {
        switch (text)
        {
            case InterpolatedStringExpressionSyntax
            {
                StringStartToken.Text: "$\"",
                Contents: [InterpolationSyntax value, InterpolatedStringTextSyntax { TextToken.Text: var after }]
            } framed when SentencesBehind.Of(after, LineEnd) is { } behind:
                return Split(framed, "", value, behind);
            case InterpolatedStringExpressionSyntax
            {
                StringStartToken.Text: "$\"",
                Contents: [
                    InterpolatedStringTextSyntax { TextToken.Text: var above },
                    InterpolationSyntax value,
                    InterpolatedStringTextSyntax { TextToken.Text: var after },
                ]
            } framed when SentencesBehind.Of(after, LineEnd) is { } behind:
                return Split(framed, above, value, behind);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax:
                return new SplitText(null, text);
            case InterpolatedStringExpressionSyntax { Contents: [InterpolationSyntax, ..] contents } when !HasLetters(contents, from: 1):
                return new SplitText(null, text);
            case InterpolatedStringExpressionSyntax
            {
                StringStartToken.Text: "$\"",
                Contents: [InterpolatedStringTextSyntax { TextToken.Text: var before }, InterpolationSyntax, ..] contents
            } interpolated when !HasLetters(contents, from: 2):
                return Split(interpolated, before);
            case InterpolatedStringExpressionSyntax
            {
                StringStartToken.RawKind: (int)SyntaxKind.InterpolatedMultiLineRawStringStartToken,
                Contents: [InterpolatedStringTextSyntax, InterpolationSyntax value, ..] contents
            } raw when !HasLetters(contents, from: 2) || contents is [_, _, InterpolatedStringTextSyntax]:
                return SplitLines.Of(raw, value) is var (lines, below) ? new SplitText(lines, below) : null;
            case BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.AddExpression,
                Left: LiteralExpressionSyntax { Token.Text: var words },
                Right: IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            } sum when words.StartsWith("\"", StringComparison.Ordinal):
                return Split(sum, words.Substring(1, words.Length - 2), sum.Right, behind: null);
            case BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.AddExpression,
                Left: BinaryExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.AddExpression,
                    Left: LiteralExpressionSyntax { Token.Text: var words },
                    Right: IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
                } first,
                Right: LiteralExpressionSyntax { Token.Text: var after }
            } sum
                when words.StartsWith("\"", StringComparison.Ordinal)
                    && after.StartsWith("\"", StringComparison.Ordinal)
                    && SentencesBehind.Of(after.Substring(1, after.Length - 2), LineEnd) is { } behind:
                return Split(sum, words.Substring(1, words.Length - 2), first.Right, behind);
            default:
                return null;
        }
    }

    /// <summary>The sentences before and behind as the rules, with the line ends between them that the second ones had before them.</summary>
    private static SplitText? Split(
        InterpolatedStringExpressionSyntax text,
        string before,
        InterpolationSyntax value,
        SentencesBehind behind
    )
    {
        var end = Math.Max(EndOfSentences(before), 0);
        var options = text.SyntaxTree.Options;
        var sentences = before.Substring(0, end) + (end > 0 ? behind.Gap : "") + behind.Sentences;
        var rules = SyntaxFactory.ParseExpression("\"" + Plain(sentences) + "\"", options: options);
        var rest = SyntaxFactory.ParseExpression("$\"" + Label(before, end) + value + behind.Close + "\"", options: options);
        return rules.ContainsDiagnostics || rest.ContainsDiagnostics ? null : new SplitText(rules, rest);
    }

    /// <summary>A sum of words, the value, and sentences behind it.</summary>
    private static SplitText? Split(BinaryExpressionSyntax sum, string before, ExpressionSyntax value, SentencesBehind? behind)
    {
        var end = Math.Max(EndOfSentences(before), 0);
        var sentences = before.Substring(0, end) + (end > 0 ? behind?.Gap : "") + behind?.Sentences;
        if (sentences.Length == 0)
        {
            return new SplitText(null, sum);
        }

        var label = Label(before, end);
        var parts = new[]
        {
            label.Length > 0 ? $"\"{label}\"" : null,
            value.WithoutTrivia().ToString(),
            behind is { Close.Length: > 0 } ? $"\"{behind.Close}\"" : null,
        };
        var options = sum.SyntaxTree.Options;
        var rest = SyntaxFactory.ParseExpression(string.Join(" + ", parts.Where(static part => part is not null)), options: options);
        var rules = SyntaxFactory.ParseExpression($"\"{sentences}\"", options: options);
        return rules.ContainsDiagnostics || rest.ContainsDiagnostics ? null : new SplitText(rules, rest);
    }

    private static SplitText? Split(InterpolatedStringExpressionSyntax text, string before)
    {
        var end = EndOfSentences(before);
        if (end < 0)
        {
            return new SplitText(null, text);
        }

        var options = text.SyntaxTree.Options;
        var rules = SyntaxFactory.ParseExpression("\"" + Plain(before.Substring(0, end)) + "\"", options: options);
        var rest = SyntaxFactory.ParseExpression(
            "$\"" + Label(before, end) + text.ToString().Substring(2 + before.Length),
            options: options
        );
        return rules.ContainsDiagnostics || rest.ContainsDiagnostics ? null : new SplitText(rules, rest);
    }

    /// <summary>What stands between the sentences and the value.</summary>
    private static string Label(string before, int end)
    {
        var label = before.Substring(end);
        while (label.StartsWith(" ", StringComparison.Ordinal) || label.StartsWith("\\n", StringComparison.Ordinal))
        {
            label = label.Substring(label[0] == ' ' ? 1 : 2);
        }

        return label;
    }

    /// <summary>What is written in an interpolated string, as a plain one says it.</summary>
    private static string Plain(string text) => text.Replace("{{", "{").Replace("}}", "}");

    /// <summary>Where the last whole sentence, or the last paragraph, ends; negative when there is none.</summary>
    private static int EndOfSentences(string words) =>
        new[] { (". ", 1), ("! ", 1), (".\\n", 1), ("!\\n", 1), ("\\n\\n", 0) }.Max(e =>
            words.LastIndexOf(e.Item1, StringComparison.Ordinal) is > 0 and var at ? at + e.Item2 : -1
        );

    private static bool HasLetters(Microsoft.CodeAnalysis.SyntaxList<InterpolatedStringContentSyntax> contents, int from) =>
        contents
            .Skip(from)
            .Any(static c => c is not InterpolatedStringTextSyntax { TextToken.ValueText: var words } || words.Any(char.IsLetter));
}
