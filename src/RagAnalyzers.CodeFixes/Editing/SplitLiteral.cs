using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>
/// A string on one line in, the sum of its pieces on lines out, each written in the string's own style. Pieces end behind words and line ends.
/// </summary>
internal static class SplitLiteral
{
    // The width for which most files are laid out.
    private const int Width = 140;
    private const int Shortest = 40;

    /// <summary>The sum, or null when the text has no place to be split at.</summary>
    /// <param name="indent">The indentation of the lines behind the first.</param>
    public static ExpressionSyntax? Of(ExpressionSyntax text, string indent, Layout layout)
    {
        var parts = text is InterpolatedStringExpressionSyntax interpolated ? Parts(interpolated) : Parts((LiteralExpressionSyntax)text);
        var column = text.SyntaxTree.GetLineSpan(text.Span).StartLinePosition.Character;
        var pieces = Pieces(parts, column, indent.Length + 2).ToList();
        if (pieces.Count < 2)
        {
            return null;
        }

        var sum = string.Join($"{layout.NewLine}{indent}+ ", pieces);
        var parsed = SyntaxFactory.ParseExpression(sum, options: text.SyntaxTree.Options);
        return parsed.ContainsDiagnostics ? null : parsed;
    }

    private static LiteralParts Parts(LiteralExpressionSyntax literal)
    {
        var source = literal.Token.Text;
        var suffix = literal.IsKind(SyntaxKind.Utf8StringLiteralExpression) ? source.Substring(source.Length - 2) : "";
        var body = source.Substring(0, source.Length - suffix.Length);
        var isRaw = literal.Token.Kind() is SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken;
        var quotes = isRaw ? body.TakeWhile(static c => c == '"').Count() : 1;
        var open = body.Substring(0, body.IndexOf('"') + quotes);
        return new LiteralParts(
            open,
            new string('"', quotes) + suffix,
            [(body.Substring(open.Length, body.Length - open.Length - quotes), false)],
            HasEscapes: open == "\""
        );
    }

    private static LiteralParts Parts(InterpolatedStringExpressionSyntax text) =>
        new(
            text.StringStartToken.Text,
            text.StringEndToken.Text,
            text.Contents.Select(static content => (content.ToString(), content is InterpolationSyntax)).ToList(),
            HasEscapes: text.StringStartToken.Text == "$\""
        );

    private static IEnumerable<string> Pieces(LiteralParts parts, int column, int indent)
    {
        var piece = new StringBuilder();
        var holds = false;
        foreach (var (word, isHole) in parts.Contents.SelectMany(content => Words(content, parts.HasEscapes)))
        {
            var room = System.Math.Max(Shortest, Width - column - parts.Open.Length - parts.Close.Length);
            // Only behind a word: a hole belongs to what it touches, and quotes must not come to lie beside the literal's own.
            var canEnd = piece.Length > 0 && EndsWord(piece, parts.HasEscapes) && word[0] != '"';
            if (canEnd && piece.Length + word.Length > room)
            {
                yield return parts.Written(piece.ToString(), holds);
                piece.Clear();
                holds = false;
                column = indent;
            }

            piece.Append(word);
            holds |= isHole;
        }

        if (piece.Length > 0)
        {
            yield return parts.Written(piece.ToString(), holds);
        }
    }

    private static bool EndsWord(StringBuilder piece, bool hasEscapes) =>
        piece[piece.Length - 1] == ' '
        || (hasEscapes && piece.Length > 1 && piece[piece.Length - 1] == 'n' && piece[piece.Length - 2] == '\\');

    private static IEnumerable<(string Word, bool IsHole)> Words((string Source, bool IsHole) content, bool hasEscapes)
    {
        if (content.IsHole)
        {
            yield return content;
            yield break;
        }

        var start = 0;
        for (var i = 0; i < content.Source.Length; i++)
        {
            if (hasEscapes && content.Source[i] == '\\')
            {
                i++;
            }

            var ends = content.Source[i] == ' ' || (hasEscapes && i > 0 && content.Source[i] == 'n' && content.Source[i - 1] == '\\');
            if (ends || i == content.Source.Length - 1)
            {
                yield return (content.Source.Substring(start, i + 1 - start), false);
                start = i + 1;
            }
        }
    }

    /// <param name="Open">What opens the literal.</param>
    /// <param name="Close">What closes it.</param>
    /// <param name="Contents">What stands between, as it is written, and whether it is a hole of an interpolated string.</param>
    /// <param name="HasEscapes">A backslash is one.</param>
    private sealed record LiteralParts(string Open, string Close, IReadOnlyList<(string Source, bool IsHole)> Contents, bool HasEscapes)
    {
        /// <summary>The piece as a literal; one without holes needs no marks of an interpolated string.</summary>
        public string Written(string piece, bool holds) =>
            holds || !Open.Contains('$') || Close.Length > 1
                ? Open + piece + Close
                : Open.Replace("$", "") + piece.Replace("{{", "{").Replace("}}", "}") + Close;
    }
}
