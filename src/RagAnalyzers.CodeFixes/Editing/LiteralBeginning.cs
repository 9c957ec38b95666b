using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>
/// Adds a sentence to the beginning of a string literal or an interpolated string, in the literal's own style. Where it begins with who the model
/// is ("You are the help desk."), what the model is told comes next.
/// </summary>
internal static class LiteralBeginning
{
    /// <summary>The longer literal, or null when its beginning is not understood.</summary>
    /// <param name="sentence">Plain words, which need no escapes in any style.</param>
    public static ExpressionSyntax? Add(ExpressionSyntax literal, string sentence)
    {
        var text = literal.ToString();
        var quote = text.IndexOf('"');
        if (quote < 0)
        {
            return null;
        }

        var open = quote + text.Skip(quote).TakeWhile(static c => c == '"').Count();

        // "" and "text" open with one quote; three and more open a raw literal.
        open = open - quote >= 3 ? open : quote + 1;
        string added;
        if (EndOfRole(text, open) is { } told)
        {
            added = text.Insert(told, " " + sentence);
        }
        else if (open - quote >= 3 && text.Substring(open).TrimStart(' ', '\t').StartsWith("\n") || text.Substring(open).StartsWith("\r\n"))
        {
            var line = text.IndexOf('\n', open) + 1;
            var lastLine = text.Substring(text.LastIndexOf('\n') + 1);
            var indent = new string(lastLine.TakeWhile(static c => c is ' ' or '\t').ToArray());
            var end = line >= 2 && text[line - 2] == '\r' ? "\r\n" : "\n";
            var rest = text.Substring(line);
            var isInParagraphs = rest.Split('\n').Skip(1).Any(static l => l.Trim().Length == 0);
            added = text.Substring(0, line) + indent + sentence + end + (isInParagraphs ? end : "") + rest;
        }
        else
        {
            var rest = text.Substring(open);
            var isEmpty = rest.TrimStart().StartsWith("\"");
            var isInParagraphs = open - quote == 1 && text.IndexOf('@') is not (0 or 1) && rest.Contains("\\n\\n");
            var link =
                isEmpty || char.IsWhiteSpace(rest[0]) || rest.StartsWith("\\n") ? ""
                : isInParagraphs ? "\\n\\n"
                : " ";
            added = text.Substring(0, open) + sentence + link + rest;
        }

        var parsed = SyntaxFactory.ParseExpression(added, options: literal.SyntaxTree.Options);
        return parsed.ContainsDiagnostics || parsed.RawKind != literal.RawKind ? null : parsed;
    }

    /// <summary>Where the sentence ends that says who the model is; null when the text begins in another way.</summary>
    private static int? EndOfRole(string text, int open)
    {
        var start = open;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (string.CompareOrdinal(text, start, "You are ", 0, "You are ".Length) != 0)
        {
            return null;
        }

        for (var i = start; i + 1 < text.Length && text[i] is not ('{' or '\n'); i++)
        {
            if (
                text[i] is '.' or '!'
                && (text[i + 1] is ' ' or '\r' or '\n' or '"' || text[i + 1] == '\\' && i + 2 < text.Length && text[i + 2] == 'n')
            )
            {
                return i + 1;
            }
        }

        return null;
    }
}
