using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>The comments in a piece of code.</summary>
internal static class CodeComments
{
    public static bool Is(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;

    /// <summary>
    /// What follows an element that gets a comma: comments inside of a line belong to the element, one that ends the line stands behind the comma.
    /// </summary>
    public static (SyntaxTriviaList Own, SyntaxTriviaList Behind) BeforeComma(SyntaxTriviaList trailing)
    {
        var count = trailing.Any(SyntaxKind.EndOfLineTrivia)
            ? 0
            : trailing.Count - trailing.Reverse().TakeWhile(static t => !Is(t)).Count();
        return (new SyntaxTriviaList(trailing.Take(count)), new SyntaxTriviaList(trailing.Skip(count)));
    }

    /// <summary>The code without the comments in it: what is said of one statement need not hold of one made like it.</summary>
    public static TNode Without<TNode>(TNode node)
        where TNode : SyntaxNode =>
        node.ReplaceTokens(
            node.DescendantTokens(),
            static (_, token) =>
                token
                    .WithLeadingTrivia(Without(token.LeadingTrivia, isLeading: true))
                    .WithTrailingTrivia(Without(token.TrailingTrivia, isLeading: false))
        );

    private static IEnumerable<SyntaxTrivia> Without(SyntaxTriviaList trivia, bool isLeading)
    {
        var kept = new List<SyntaxTrivia>();
        for (var i = 0; i < trivia.Count; i++)
        {
            if (!Is(trivia[i]))
            {
                kept.Add(trivia[i]);
                continue;
            }

            // One of the spaces on its two sides goes with it, and so does a line that holds nothing else.
            var isSpaced = kept.Count > 0 && kept[kept.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia);
            var isLast = i + 1 == trivia.Count || trivia[i + 1].IsKind(SyntaxKind.EndOfLineTrivia);
            if (isSpaced && isLast)
            {
                kept.RemoveAt(kept.Count - 1);
            }

            var isLine =
                isLeading && isLast && i + 1 < trivia.Count && (kept.Count == 0 || kept[kept.Count - 1].IsKind(SyntaxKind.EndOfLineTrivia));
            if (isLine || (!isLast && trivia[i + 1].IsKind(SyntaxKind.WhitespaceTrivia) && (isSpaced || kept.Count == 0)))
            {
                i++;
            }
        }

        return kept;
    }
}
