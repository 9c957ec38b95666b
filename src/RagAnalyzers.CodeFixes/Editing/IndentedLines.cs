using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>
/// Moves code to the right without a change to what its literals say: raw ones move with it, lines inside others stay where they are.
/// </summary>
internal static class IndentedLines
{
    /// <summary>The text of the arguments, every line of code one level deeper.</summary>
    public static string Shift(SeparatedSyntaxList<ArgumentSyntax> arguments, string unit)
    {
        var tokens = arguments.GetWithSeparators().SelectMany(item => item.IsNode ? item.AsNode()!.DescendantTokens() : [item.AsToken()]);
        return string.Concat(tokens.Select(token => Shifted(token, unit)));
    }

    /// <summary>The node, every line of code but the first one level deeper.</summary>
    public static TNode Shift<TNode>(TNode node, string unit)
        where TNode : SyntaxNode
    {
        var raw = node.DescendantNodes().OfType<InterpolatedStringExpressionSyntax>().Where(IsRawOnLines).ToList();
        var tokens = node.DescendantTokens()
            .Skip(1)
            .Where(token =>
                (LineBreaks.StartsLine(token) || IsRawOnLines(token))
                && !raw.Exists(text => text.Span.Start < token.SpanStart && text.Span.Contains(token.Span))
            );
        return node.ReplaceSyntax(
            raw.Where(text => !raw.Exists(outer => outer != text && outer.Span.Contains(text.Span))),
            (text, moved) => Moved(text, moved, unit),
            tokens,
            (original, token) => Moved(token, LineBreaks.StartsLine(original), unit),
            [],
            static (_, trivia) => trivia
        );
    }

    private static bool IsRawOnLines(SyntaxToken token) =>
        token.Kind() is SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    /// <summary>A raw string on lines. What is marked inside of it, or has its own lines there, keeps it in its place.</summary>
    private static bool IsRawOnLines(InterpolatedStringExpressionSyntax text) =>
        text.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken)
        && !text
            .Contents.OfType<InterpolationSyntax>()
            .Any(static hole => hole.ContainsAnnotations || hole.DescendantTokens().Any(static t => t.Text.IndexOf('\n') >= 0));

    /// <summary>The token; of a raw string, with its lines one level deeper.</summary>
    public static SyntaxToken WithLines(SyntaxToken token, string unit) =>
        IsRawOnLines(token)
            ? SyntaxFactory.Token(token.LeadingTrivia, token.Kind(), LinesOf(token.Text, unit), token.ValueText, token.TrailingTrivia)
            : token;

    private static SyntaxToken Moved(SyntaxToken token, bool startsLine, string unit) =>
        WithLines(token, unit)
            .WithLeadingTrivia(startsLine ? SyntaxFactory.TriviaList(Leading(token.LeadingTrivia, true, unit)) : token.LeadingTrivia);

    private static SyntaxNode Moved(SyntaxNode text, SyntaxNode moved, string unit) =>
        SyntaxFactory.ParseExpression(LinesOf(text.ToString(), unit), options: text.SyntaxTree.Options).WithTriviaFrom(moved);

    private static string LinesOf(string literal, string unit) =>
        string.Join("\n", literal.Split('\n').Select((line, i) => i == 0 || line.Trim().Length == 0 ? line : unit + line));

    /// <summary>The trivia before a token, every line that begins in it one level deeper. Lines of the preprocessor stay where they are.</summary>
    public static IEnumerable<SyntaxTrivia> Leading(SyntaxTriviaList trivia, bool startsLine, string unit)
    {
        foreach (var item in trivia)
        {
            if (startsLine && !item.IsKind(SyntaxKind.EndOfLineTrivia) && !item.IsDirective)
            {
                yield return SyntaxFactory.Whitespace(unit);
            }

            yield return item;
            startsLine = item.IsKind(SyntaxKind.EndOfLineTrivia) || item.IsDirective;
        }

        if (startsLine)
        {
            yield return SyntaxFactory.Whitespace(unit);
        }
    }

    private static string Shifted(SyntaxToken token, string unit)
    {
        var startsLine = token.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var leading = Leading(token.LeadingTrivia, startsLine, unit).Select(static item => item.ToFullString());
        return string.Concat(leading) + token.Text + token.TrailingTrivia.ToFullString();
    }
}
