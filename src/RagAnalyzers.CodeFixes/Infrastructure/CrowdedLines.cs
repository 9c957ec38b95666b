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
/// A body that stands on one line is laid out on lines when a fix has written into it what does not fit there; so are statements that share a
/// line which a fix has made too long.
/// </summary>
internal static class CrowdedLines
{
    // A type's body, in it a member's, in it a statement's, and the statements under conditions in those.
    private const int MostRounds = 12;

    public static Task<ProposedFix> ApplyAsync(Document before, ProposedFix fix, CancellationToken cancellationToken) =>
        LayoutRounds.ApplyAsync(
            before,
            fix,
            MostRounds,
            (oldRoot, root, written, _) =>
            {
                var layout = Layout.Of(root, before);
                var breaks = new LineBreaks(layout);
                if (Crowded(oldRoot, root, written) is { } body)
                {
                    body.LayOut(breaks, layout, StyleOptions.Of(oldRoot.SyntaxTree, before.Project));
                }
                else
                {
                    Separate(root, written, layout, breaks);
                }

                return Task.FromResult(breaks.IsEmpty ? null : breaks.Apply(root));
            },
            cancellationToken
        );

    /// <summary>The outermost body that was on one line, and does not fit there any more.</summary>
    private static BracedBody? Crowded(SyntaxNode before, SyntaxNode after, WrittenLines lines)
    {
        foreach (var (old, written) in lines.Changes)
        {
            // From the outside, the bodies around a place are the same before and after it was changed.
            var known = BracedBody.Around(before, old).Reverse().ToList();
            var crowded = BracedBody
                .Around(after, written)
                .Reverse()
                .Where(
                    (body, i) =>
                        body.SharesLine
                        && (
                            body.IsOnOneLine
                                ? lines.TooLong.Any(line => line.Span.IntersectsWith(body.Span))
                                : i < known.Count && known[i].IsOnOneLine
                        )
                )
                .FirstOrDefault();
            if (crowded is not null)
            {
                return crowded;
            }
        }

        // What was laid out around them may be one change with what was written into them.
        return lines
            .TooLong.SelectMany(line => BracedBody.In(after, line.Span))
            .FirstOrDefault(static body => body.SharesLine && body.IsOnOneLine && body.IsOfDeclaration);
    }

    /// <summary>Every statement of a line that is too long begins one of its own, and so does what follows one that takes several lines.</summary>
    private static void Separate(SyntaxNode root, WrittenLines written, Layout layout, LineBreaks breaks)
    {
        foreach (var line in written.TooLong)
        {
            foreach (var statement in StatementsOn(line, root).Where(Statements.IsInList))
            {
                breaks.Before(statement.GetFirstToken(), Statements.IndentOf(statement, layout));
            }
        }

        foreach (var statement in written.Changes.SelectMany(change => Around(root, change.New)))
        {
            var isLong = !layout.IsOnOneLine(statement.SpanStart, statement.Span.End);
            if (isLong || Statements.Preceding(statement) is { } before && !layout.IsOnOneLine(before.SpanStart, before.Span.End))
            {
                breaks.Before(statement.GetFirstToken(), Statements.IndentOf(statement, layout));
            }

            if (isLong && Statements.Following(statement) is { } next)
            {
                breaks.Before(next.GetFirstToken(), Statements.IndentOf(next, layout));
            }
        }

        if (!breaks.IsEmpty)
        {
            return;
        }

        foreach (var line in written.TooLong)
        {
            SeparateEmbedded(StatementsOn(line, root), layout.IndentAt(line.Start), layout, breaks);
        }
    }

    private static void SeparateEmbedded(IEnumerable<StatementSyntax> statements, string indent, Layout layout, LineBreaks breaks)
    {
        foreach (
            var statement in statements.Where(static s =>
                !Statements.IsInList(s) && s is not IfStatementSyntax { Parent: ElseClauseSyntax }
            )
        )
        {
            if (!LineBreaks.StartsLine(statement.GetFirstToken()))
            {
                breaks.Before(statement.GetFirstToken(), indent + layout.Unit);
                breaks.Shift(statement);
            }

            if ((statement.Parent as IfStatementSyntax)?.Else is { } otherwise)
            {
                breaks.Before(otherwise.ElseKeyword, indent);
            }
        }
    }

    /// <summary>The statements that begin on the line, but for those of bodies that are on it as a whole.</summary>
    private static IEnumerable<StatementSyntax> StatementsOn(TextLine line, SyntaxNode root) =>
        root.DescendantNodes(line.Span)
            .OfType<StatementSyntax>()
            .Where(statement =>
                statement is not BlockSyntax
                && line.Span.Contains(statement.SpanStart)
                && !statement.Ancestors().OfType<BlockSyntax>().Any(block => line.Span.Contains(block.Span))
            );

    /// <summary>The statements in lists that what was written is in, or that are in it.</summary>
    private static IEnumerable<StatementSyntax> Around(SyntaxNode root, TextSpan written) =>
        root.DescendantNodes(written)
            .OfType<StatementSyntax>()
            .Where(statement => statement is not BlockSyntax && Statements.IsInList(statement) && statement.Span.IntersectsWith(written));
}
