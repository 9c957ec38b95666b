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

    private static string Shifted(SyntaxToken token, string unit)
    {
        var startsLine = token.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var leading = string.Concat(Lines(token.LeadingTrivia, startsLine).Select(part => part.StartsLine ? unit + part.Text : part.Text));
        return (startsLine && token.LeadingTrivia.Count == 0 ? unit : leading) + token.Text + token.TrailingTrivia.ToFullString();
    }

    private static IEnumerable<(string Text, bool StartsLine)> Lines(SyntaxTriviaList trivia, bool startsLine)
    {
        foreach (var item in trivia)
        {
            var isEnd = item.IsKind(SyntaxKind.EndOfLineTrivia);
            yield return (item.ToFullString(), startsLine && !isEnd);
            startsLine = isEnd;
        }
    }
}
