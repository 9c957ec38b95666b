using System;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>A raw string on lines, in two: the sentences before and behind its first value, and the value with its label.</summary>
internal static class SplitLines
{
    /// <summary>The literals; the first is null when there are no sentences. Null when the two cannot be told apart.</summary>
    /// <param name="text">The raw string.</param>
    /// <param name="value">The first value in it.</param>
    public static (ExpressionSyntax? Rules, ExpressionSyntax Label)? Of(InterpolatedStringExpressionSyntax text, InterpolationSyntax value)
    {
        var whole = text.ToString();
        var start = whole.Length - whole.TrimStart('$').TrimStart('"').Length;
        var (opening, quotes) = (whole.Substring(0, start), whole.Substring(0, start).TrimStart('$'));
        var before = whole.Substring(start, value.SpanStart - text.SpanStart - start);
        var end = EndOfSentences(before);
        var behind = whole.Substring(start + before.Length, whole.Length - start - before.Length - quotes.Length).TrimEnd();
        var after = behind.Substring(value.Span.Length);
        var sentences = after.Any(char.IsLetter) ? SentencesBehind.Of(after, "\n") : null;
        if (after.Any(char.IsLetter) && sentences is null)
        {
            return null;
        }

        if (end < 0 && sentences is null)
        {
            return (null, text);
        }

        var line = (whole.Contains("\r\n") ? "\r\n" : "\n") + Indent(whole);
        var first = before.Substring(0, Math.Max(end, 0));
        var rules = sentences is null ? first : first + (end < 0 ? "" : sentences.Gap) + sentences.Sentences;
        var rest = before.Substring(Math.Max(end, 0)).TrimStart() + (sentences is null ? behind : value + sentences.Close);
        var (written, label) = (Written(quotes, rules, line, text), Written(opening, rest, line, text));
        return written.ContainsDiagnostics || label.ContainsDiagnostics ? null : (written, label);
    }

    /// <summary>Where the last whole sentence, or the last paragraph, ends; negative when there is none.</summary>
    private static int EndOfSentences(string lines)
    {
        var words = lines.Replace("\r", " ");
        var sentence = new[] { ". ", "! ", ".\n", "!\n" }.Max(e => words.LastIndexOf(e, StringComparison.Ordinal));
        // The last line is the one with the value.
        var above = words.Split('\n').ToList();
        var blank = above.FindLastIndex(above.Count - 2, static line => line.Trim().Length == 0);
        var paragraph = string.Join("\n", above.Take(blank)).TrimEnd().Length;
        return Math.Max(sentence, paragraph - 1) is >= 0 and var last ? last + 1 : -1;
    }

    /// <summary>The text in quotes like those of the whole, or in plain ones where it is one line that has no need of others.</summary>
    private static ExpressionSyntax Written(string opening, string content, string line, InterpolatedStringExpressionSyntax text)
    {
        var trimmed = content.Trim();
        var quotes = opening.TrimStart('$');
        var isPlain = opening.Length - quotes.Length < 2 && trimmed.IndexOfAny(['\n', '"', '\\']) < 0;
        return SyntaxFactory.ParseExpression(
            isPlain
                ? opening.Substring(0, opening.Length - quotes.Length) + "\"" + trimmed + "\""
                : opening + line + trimmed + line + quotes,
            options: text.SyntaxTree.Options
        );
    }

    private static string Indent(string whole)
    {
        var last = whole.Substring(whole.LastIndexOf('\n') + 1);
        return last.Substring(0, last.Length - last.TrimStart().Length);
    }
}
