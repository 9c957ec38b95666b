using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>Braces that a fix has written on lines of their own end the line before where the file has its own there.</summary>
internal static class BracePlaces
{
    public static async Task<ProposedFix> ApplyAsync(Document before, ProposedFix fix, CancellationToken cancellationToken)
    {
        var oldRoot = await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var root = await fix.Changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (oldRoot is null || root is null)
        {
            return fix;
        }

        var style = new BraceStyle(oldRoot, StyleOptions.Of(oldRoot.SyntaxTree, before.Project));
        var written = WrittenLines.Of(oldRoot, root);
        var joined = root.DescendantTokens()
            .Where(token =>
                LineBreaks.StartsLine(token)
                && HasNothingBefore(token)
                && written.Touches(TextSpan.FromBounds(token.GetPreviousToken().Span.End, token.SpanStart))
                && style.Joins(token)
            )
            .ToList();
        if (joined.Count == 0)
        {
            return fix;
        }

        var heads = joined.Select(static token => token.GetPreviousToken()).ToList();
        var changed = root.ReplaceTokens(
            joined.Concat(heads),
            (original, current) =>
            {
                current = joined.Contains(original) ? current.WithLeadingTrivia() : current;
                return heads.Contains(original) ? current.WithTrailingTrivia(SyntaxFactory.Space) : current;
            }
        );
        return fix with { Changed = fix.Changed.WithSyntaxRoot(changed) };
    }

    /// <summary>Neither a comment nor a directive is between the token and the one before it.</summary>
    private static bool HasNothingBefore(SyntaxToken token) =>
        token
            .GetPreviousToken()
            .TrailingTrivia.Concat(token.LeadingTrivia)
            .All(static trivia => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia);
}
