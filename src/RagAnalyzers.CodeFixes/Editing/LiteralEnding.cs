using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Adds a sentence to the end of a string literal or an interpolated string, in the literal's own style.</summary>
internal static class LiteralEnding
{
    /// <summary>The longer literal, or null when its end is not understood.</summary>
    /// <param name="sentence">Plain words, which need no escapes in any style.</param>
    public static ExpressionSyntax? Add(ExpressionSyntax literal, string sentence)
    {
        var text = literal.ToString();
        var (open, close) = Delimiters(literal);
        if (text.Length < open + close)
        {
            return null;
        }

        var isLines =
            literal
            is LiteralExpressionSyntax { Token.RawKind: (int)SyntaxKind.MultiLineRawStringLiteralToken }
                or InterpolatedStringExpressionSyntax
                {
                    StringStartToken.RawKind: (int)SyntaxKind.InterpolatedMultiLineRawStringStartToken
                };
        var end = text.Length - close;

        // The last line of a raw literal holds its closing quotes alone.
        if (isLines)
        {
            end = text.LastIndexOf('\n', end - 1);
        }

        if (isLines && end > 0 && text[end - 1] == '\r')
        {
            end--;
        }

        if (end < open)
        {
            return null;
        }

        var content = text.Substring(open, end - open);
        var kept = WithoutTrailingSpace(content);
        var spoken = kept.TrimEnd('}', '"', '\'', ')');
        var link =
            kept.Trim().Length == 0 ? ""
            : EndsInHole(literal, kept) ? BlankLine(text, isLines ? end : null)
            : spoken.Length > 0 && char.IsLetterOrDigit(spoken[spoken.Length - 1]) && kept.Length == spoken.Length ? ". "
            : " ";
        var added = text.Substring(0, open) + kept + link + sentence + content.Substring(kept.Length) + text.Substring(end);
        var parsed = SyntaxFactory.ParseExpression(added, options: literal.SyntaxTree.Options);
        return parsed.ContainsDiagnostics || parsed.RawKind != literal.RawKind ? null : parsed;
    }

    /// <summary>The text ends in what is filled in: passages, a question.</summary>
    private static bool EndsInHole(ExpressionSyntax literal, string content) =>
        literal is InterpolatedStringExpressionSyntax { Contents: var contents }
        && contents.LastOrDefault(static c => c is InterpolationSyntax || c.ToString().Trim().Length > 0 && !IsEscapes(c.ToString()))
            is InterpolationSyntax
        && content.EndsWith("}", StringComparison.Ordinal);

    private static bool IsEscapes(string text) => WithoutTrailingSpace(text).Length == 0;

    /// <summary>What divides the sentence from what is filled in, as the literal writes it.</summary>
    /// <param name="lastLine">The end of the last line of a literal of several lines, or null.</param>
    private static string BlankLine(string text, int? lastLine)
    {
        if (lastLine is not { } end)
        {
            return text.StartsWith("$\"\"\"", StringComparison.Ordinal) || text.IndexOf('@') is 0 or 1 ? " " : "\\n\\n";
        }

        var newLine = text[end] == '\r' ? "\r\n" : "\n";
        var closing = text.Substring(text.LastIndexOf('\n') + 1);
        return newLine + newLine + closing.Substring(0, closing.Length - closing.TrimStart().Length);
    }

    /// <summary>Line ends and blanks at the end of the text, written out or as escapes, stay at its end.</summary>
    private static string WithoutTrailingSpace(string content)
    {
        while (true)
        {
            var shorter = content.TrimEnd();
            foreach (var escape in new[] { "\\n", "\\r", "\\t" })
            {
                if (shorter.EndsWith(escape, StringComparison.Ordinal) && !shorter.EndsWith("\\" + escape, StringComparison.Ordinal))
                {
                    shorter = shorter.Substring(0, shorter.Length - escape.Length);
                }
            }

            if (shorter == content)
            {
                return content;
            }

            content = shorter;
        }
    }

    private static (int Open, int Close) Delimiters(ExpressionSyntax literal)
    {
        if (literal is InterpolatedStringExpressionSyntax interpolated)
        {
            return (interpolated.StringStartToken.Text.Length, interpolated.StringEndToken.Text.TrimStart().Length);
        }

        var text = literal.ToString();
        var quotes = text.TrimStart('@').TakeWhile(static c => c == '"').Count();
        var isRaw =
            quotes >= 3
            && literal.GetFirstToken().Kind() is SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;
        return isRaw ? (quotes, quotes) : (text.StartsWith("@", StringComparison.Ordinal) ? 2 : 1, 1);
    }
}
