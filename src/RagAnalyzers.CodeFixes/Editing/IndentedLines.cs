using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Moves code to the right without touching what stands inside its literals.</summary>
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
        where TNode : SyntaxNode =>
        node.ReplaceTokens(
            node.DescendantTokens().Skip(1).Where(static token => token.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)),
            (_, token) => token.WithLeadingTrivia(Leading(token.LeadingTrivia, startsLine: true, unit))
        );

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
