using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// A comment inside the code that a fix has replaced is somebody's note about it: it moves above the statement that took the code's place.
/// </summary>
internal static class KeptComments
{
    public static async Task<ProposedFix> ApplyAsync(Document before, ProposedFix fix, CancellationToken cancellationToken)
    {
        var oldRoot = await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var root = await fix.Changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (oldRoot is null || root is null)
        {
            return fix;
        }

        var changes = root.SyntaxTree.GetChanges(oldRoot.SyntaxTree);
        if (Lost(oldRoot, root, changes) is not { Count: > 0 } lost)
        {
            return fix;
        }

        var places = new Dictionary<SyntaxToken, List<SyntaxTrivia>>();
        foreach (var comment in lost)
        {
            if (PlaceOf(comment.Span, changes, root) is not { } place)
            {
                return fix;
            }

            if (!places.TryGetValue(place, out var here))
            {
                places.Add(place, here = new List<SyntaxTrivia>());
            }

            here.Add(comment);
        }

        var layout = Layout.Of(root, before);
        var kept = root.ReplaceTokens(
            places.Keys,
            (original, current) => current.WithLeadingTrivia(current.LeadingTrivia.AddRange(Lines(original, places[original], layout)))
        );
        return fix with { Changed = fix.Changed.WithSyntaxRoot(kept) };
    }

    /// <summary>The comments that are no longer in the code; of those that say the same, the ones where it was changed.</summary>
    private static List<SyntaxTrivia> Lost(SyntaxNode before, SyntaxNode after, IList<TextChange> changes)
    {
        var left = after
            .DescendantTrivia()
            .Where(CodeComments.Is)
            .GroupBy(static comment => comment.ToString())
            .ToDictionary(static same => same.Key, static same => same.Count());
        return before
            .DescendantTrivia()
            .Where(CodeComments.Is)
            .GroupBy(static comment => comment.ToString())
            .SelectMany(same =>
                same.OrderByDescending(comment => changes.Any(change => Touches(change, comment.Span)))
                    .Take(same.Count() - (left.TryGetValue(same.Key, out var count) ? count : 0))
            )
            .OrderBy(static comment => comment.SpanStart)
            .ToList();
    }

    private static bool Touches(TextChange change, TextSpan span) => change.Span.Start <= span.End && change.Span.End >= span.Start;

    /// <summary>The first token of the statement, or else of the member, that stands where the comment was.</summary>
    private static SyntaxToken? PlaceOf(TextSpan comment, IEnumerable<TextChange> changes, SyntaxNode root)
    {
        var moved = 0;
        foreach (var change in changes.OrderBy(static change => change.Span.Start))
        {
            if (change.Span.End < comment.Start)
            {
                moved += (change.NewText?.Length ?? 0) - change.Span.Length;
                continue;
            }

            if (change.Span.Start > comment.End)
            {
                break;
            }

            var position = System.Math.Min(change.Span.Start + moved, root.FullSpan.End);
            var node = root.FindToken(position).Parent;
            return node?.AncestorsAndSelf().FirstOrDefault(IsOwner)?.GetFirstToken();
        }

        return null;
    }

    /// <summary>A statement or a member; of an "else if" the first "if", above which there is room.</summary>
    private static bool IsOwner(SyntaxNode node) =>
        node is StatementSyntax and not (BlockSyntax or IfStatementSyntax { Parent: ElseClauseSyntax }) or MemberDeclarationSyntax;

    private static IEnumerable<SyntaxTrivia> Lines(SyntaxToken token, IEnumerable<SyntaxTrivia> comments, Layout layout)
    {
        var onLineOfItsOwn = Statements.StartsLine(token);
        foreach (var comment in comments)
        {
            yield return comment;
            if (!onLineOfItsOwn && comment.IsKind(SyntaxKind.MultiLineCommentTrivia))
            {
                yield return SyntaxFactory.Space;
                continue;
            }

            yield return SyntaxFactory.EndOfLine(layout.NewLine);
            yield return SyntaxFactory.Whitespace(layout.IndentAt(token));
        }
    }
}
