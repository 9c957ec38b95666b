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
/// A call that a fix has made too long for its line has its arguments on lines of their own. Lines that were as long before are how the
/// file is written.
/// </summary>
internal static class LongLines
{
    private const int Longest = 200;

    // The arguments of a call inside of the call may need lines of their own, too.
    private const int MostRounds = 3;

    public static async Task<ProposedFix> ApplyAsync(Document before, ProposedFix fix, CancellationToken cancellationToken)
    {
        var oldRoot = await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var root = await fix.Changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        for (var round = 0; oldRoot is not null && root is not null && round < MostRounds; round++)
        {
            var lists = TooLong(oldRoot, root).Select(line => ListOn(line, root)).OfType<ArgumentListSyntax>().Distinct().ToList();
            if (lists.Count == 0)
            {
                break;
            }

            var layout = Layout.Of(root, before);
            root = root.ReplaceNodes(lists, (original, current) => OnLines(current, layout.IndentAt(original.SpanStart), layout));
            fix = fix with { Changed = fix.Changed.WithSyntaxRoot(root) };
            root = await fix.Changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        }

        return fix;
    }

    private static IEnumerable<TextLine> TooLong(SyntaxNode before, SyntaxNode after)
    {
        var (oldText, text) = (before.GetText(), after.GetText());
        var moved = 0;
        foreach (var change in after.SyntaxTree.GetChanges(before.SyntaxTree).OrderBy(static change => change.Span.Start))
        {
            var written = new TextSpan(change.Span.Start + moved, change.NewText?.Length ?? 0);
            moved += written.Length - change.Span.Length;
            if (Lines(oldText, change.Span).All(static line => line.Span.Length <= Longest))
            {
                foreach (var line in Lines(text, written).Where(static line => line.Span.Length > Longest))
                {
                    yield return line;
                }
            }
        }
    }

    private static IEnumerable<TextLine> Lines(SourceText text, TextSpan span)
    {
        var last = text.Lines.GetLineFromPosition(span.End).LineNumber;
        for (var number = text.Lines.GetLineFromPosition(span.Start).LineNumber; number <= last; number++)
        {
            yield return text.Lines[number];
        }
    }

    /// <summary>The longest list of arguments that begins and ends on the line, in code that has the line for itself.</summary>
    private static ArgumentListSyntax? ListOn(TextLine line, SyntaxNode root) =>
        root.DescendantNodes(line.Span)
            .OfType<ArgumentListSyntax>()
            .Where(list =>
                list.Arguments.Count > 0
                && line.Span.Contains(list.Span)
                && !list.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
                && HasLines(list)
            )
            .OrderByDescending(static list => list.Span.Length)
            .FirstOrDefault();

    /// <summary>Who writes several statements or elements on a line wants them there.</summary>
    private static bool HasLines(ArgumentListSyntax list) =>
        list.Ancestors().First(static n => n is ArgumentSyntax or ExpressionElementSyntax or StatementSyntax or MemberDeclarationSyntax)
            is var owner
        && Statements.StartsLine(owner.GetFirstToken())
        && (
            owner is not StatementSyntax
            || owner.GetLastToken().GetNextToken() is var next && (next.IsKind(SyntaxKind.None) || Statements.StartsLine(next))
        );

    private static ArgumentListSyntax OnLines(ArgumentListSyntax list, string indent, Layout layout)
    {
        var end = SyntaxFactory.EndOfLine(layout.NewLine);
        var inner = SyntaxFactory.Whitespace(indent + layout.Unit);
        return list.WithOpenParenToken(list.OpenParenToken.WithTrailingTrivia(end))
            .WithArguments(
                SyntaxFactory.SeparatedList(
                    list.Arguments.Select(
                        (argument, i) =>
                            i == list.Arguments.Count - 1
                                ? argument.WithLeadingTrivia(inner).WithTrailingTrivia(argument.GetTrailingTrivia().Add(end))
                                : argument.WithLeadingTrivia(inner)
                    ),
                    list.Arguments.GetSeparators().Select(comma => comma.WithTrailingTrivia(end))
                )
            )
            .WithCloseParenToken(list.CloseParenToken.WithLeadingTrivia(SyntaxFactory.Whitespace(indent)));
    }
}
