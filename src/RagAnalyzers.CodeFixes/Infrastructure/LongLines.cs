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
/// A call that a fix has made too long for its line has its arguments on lines of their own, an initializer its members, a collection its
/// elements, a switch its arms.
/// </summary>
internal static class LongLines
{
    // A list inside of the list may need lines of its own, too.
    private const int MostRounds = 5;

    public static Task<ProposedFix> ApplyAsync(Document before, ProposedFix fix, CancellationToken cancellationToken) =>
        LayoutRounds.ApplyAsync(
            before,
            fix,
            MostRounds,
            (oldRoot, root, written, _) =>
            {
                var lists = written.TooLong.Select(line => ListOn(line, written, root)).OfType<ListOfCode>().ToList();
                if (lists.Count == 0)
                {
                    return Task.FromResult<SyntaxNode?>(null);
                }

                var options = StyleOptions.Of(oldRoot.SyntaxTree, before.Project);
                var layout = Layout.Of(root, before);
                var breaks = new LineBreaks(layout);
                foreach (var list in lists)
                {
                    list.LayOut(breaks, layout, options);
                }

                return Task.FromResult<SyntaxNode?>(breaks.Apply(root));
            },
            cancellationToken
        );

    /// <summary>
    /// The longest list that begins and ends on the line, or whose last argument alone goes on, in code that has the line for itself; rather one that the fix has written into.
    /// </summary>
    private static ListOfCode? ListOn(TextLine line, WrittenLines written, SyntaxNode root) =>
        root.DescendantNodes(line.Span)
            .Select(ListOfCode.Of)
            .OfType<ListOfCode>()
            .Where(list =>
                (line.Span.Contains(list.Span) || HasLongLast(list, line))
                && !list
                    .Node.DescendantTrivia()
                    .Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && line.Span.Contains(trivia.Span))
                && !list.Node.Ancestors().OfType<InterpolatedStringExpressionSyntax>().Any()
                && HasLines(list.Node)
            )
            .OrderByDescending(static list => list.Elements.Count > 1)
            .ThenByDescending(list => written.Touches(list.Span))
            .ThenByDescending(static list => list.Span.Length)
            .FirstOrDefault();

    /// <summary>All arguments begin on the line, and the last one takes more of them.</summary>
    private static bool HasLongLast(ListOfCode list, TextLine line) =>
        list is { Node: ArgumentListSyntax, Elements.Count: > 0 }
        && line.Span.Contains(list.Open.Span)
        && list.Elements.All(element => line.Span.Contains(element.SpanStart))
        && list.Elements.Take(list.Elements.Count - 1).All(element => line.Span.Contains(element.Span));

    /// <summary>Who writes several statements or elements on a line wants them there.</summary>
    private static bool HasLines(SyntaxNode list) =>
        list.Ancestors().First(static n => n is ArgumentSyntax or ExpressionElementSyntax or StatementSyntax or MemberDeclarationSyntax)
            is var owner
        && LineBreaks.StartsLine(owner.GetFirstToken())
        && (
            owner is not StatementSyntax
            || owner.GetLastToken().GetNextToken() is var next && (next.IsKind(SyntaxKind.None) || LineBreaks.StartsLine(next))
        );
}
