using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>
/// The lines of statements that are to be moved as text: with the comments above them, and with the directives that are around them alone (a
/// region, a condition, a warning that is disabled and restored).
/// </summary>
internal static class StatementLines
{
    /// <summary>The lines from one statement to another; null where a directive among them has its other end elsewhere.</summary>
    /// <param name="first">The first statement, which begins a line.</param>
    /// <param name="last">The last statement, of the same list, which ends one.</param>
    public static TextSpan? Of(StatementSyntax first, StatementSyntax last)
    {
        var text = first.SyntaxTree.GetText();
        var above = DirectivesAbove(first).Reverse().ToList();
        var next = last.GetLastToken().GetNextToken();
        var below = DirectivesAbove(next).ToList();
        var inside = below.TakeWhile(d => Related(d).All(r => r.SpanStart > first.SpanStart && r.SpanStart < next.SpanStart)).ToList();
        below.RemoveRange(0, inside.Count);
        var around = above
            .Zip(below, static (open, close) => (Open: open, Close: close))
            .TakeWhile(static p => Ends(p.Open, p.Close))
            .ToList();
        var start = around.Count > 0 ? around[around.Count - 1].Open.SpanStart : BehindDirectives(first);
        var end =
            around.Count > 0 ? around[around.Count - 1].Close.FullSpan.End
            : inside.Count > 0 ? inside[inside.Count - 1].FullSpan.End
            : last.FullSpan.End;
        var lines = TextSpan.FromBounds(text.Lines.GetLineFromPosition(start).Start, end);
        var open = above.Skip(around.Count).Any(static d => d is BranchingDirectiveTriviaSyntax);
        return open || !DirectivesIn(first, lines).SelectMany(Related).All(d => lines.Contains(d.Span)) ? null : lines;
    }

    /// <summary>Where lines can be put that are to run before a statement: above its comments, and above a directive that ends before them.</summary>
    /// <param name="from">The start of the lines that are moved.</param>
    public static int PlaceBefore(StatementSyntax statement, int from)
    {
        var place = BehindDirectives(statement);
        foreach (var directive in DirectivesAbove(statement).Reverse())
        {
            var related = Related(directive).ToList();
            if (related.Count < 2 || related[related.Count - 1].SpanStart >= from || related[related.Count - 1].SpanStart < place)
            {
                break;
            }

            place = related[0].SpanStart;
        }

        return statement.SyntaxTree.GetText().Lines.GetLineFromPosition(place).Start;
    }

    /// <summary>The first comment above the statement that no directive follows, or the statement.</summary>
    private static int BehindDirectives(StatementSyntax statement) =>
        statement
            .GetLeadingTrivia()
            .Reverse()
            .TakeWhile(static trivia => !trivia.IsDirective && !trivia.IsKind(SyntaxKind.DisabledTextTrivia))
            .Where(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            .Select(static trivia => trivia.SpanStart)
            .DefaultIfEmpty(statement.SpanStart)
            .Last();

    private static IEnumerable<DirectiveTriviaSyntax> DirectivesAbove(SyntaxNodeOrToken code) =>
        code.GetLeadingTrivia().Select(static trivia => trivia.GetStructure()).OfType<DirectiveTriviaSyntax>();

    private static IEnumerable<DirectiveTriviaSyntax> DirectivesIn(SyntaxNode node, TextSpan lines) =>
        node
            .SyntaxTree.GetRoot()
            .DescendantNodes(lines, descendIntoTrivia: true)
            .OfType<DirectiveTriviaSyntax>()
            .Where(d => lines.Contains(d.Span));

    private static bool Ends(DirectiveTriviaSyntax open, DirectiveTriviaSyntax close) =>
        Related(open).ToList() is [var first, _] related && first == open && related[1] == close;

    /// <summary>What belongs together, in order: <c>#if</c> to <c>#endif</c>, a region's two ends, a warning's.</summary>
    private static IEnumerable<DirectiveTriviaSyntax> Related(DirectiveTriviaSyntax directive)
    {
        if (directive is not PragmaWarningDirectiveTriviaSyntax pragma)
        {
            return directive.GetRelatedDirectives();
        }

        var disabled = pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);
        var other = disabled ? pragma.GetNextDirective(Matches) : pragma.GetPreviousDirective(Matches);
        return other is null ? [pragma]
            : disabled ? [pragma, other]
            : [other, pragma];

        bool Matches(DirectiveTriviaSyntax candidate) =>
            candidate is PragmaWarningDirectiveTriviaSyntax found
            && found.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword) != disabled
            && found.ErrorCodes.ToString() == pragma.ErrorCodes.ToString();
    }
}
