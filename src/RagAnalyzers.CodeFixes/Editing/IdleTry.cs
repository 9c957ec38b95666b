using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>A try that guards one statement alone goes when an edit has left nothing in the statement that throws.</summary>
internal static class IdleTry
{
    /// <param name="place">What an edit has put into the place of what threw.</param>
    public static SyntaxNode Remove(SyntaxNode root, SyntaxNode place, Layout layout)
    {
        if (
            place.Parent
                is not ReturnStatementSyntax
                {
                    Parent: BlockSyntax { Statements.Count: 1, Parent: TryStatementSyntax { Catches.Count: 1, Finally: null } guard }
                } statement
            || root.GetText().Lines.GetLineFromPosition(statement.SpanStart).End < statement.Span.End
            || Statements.HoldsDirectives(guard)
        )
        {
            return root;
        }

        // What is noted in the catch is noted about what the statement does now.
        var indent = SyntaxFactory.Whitespace(Statements.IndentOf(guard, layout));
        var notes = guard
            .DescendantTrivia()
            .Where(trivia => CodeComments.Is(trivia) && trivia.SpanStart > guard.SpanStart && !statement.FullSpan.Contains(trivia.Span))
            .Where(trivia => !guard.GetTrailingTrivia().Contains(trivia))
            .SelectMany(trivia => new[] { trivia, SyntaxFactory.EndOfLine(layout.NewLine), indent });
        return root.ReplaceNode(
            guard,
            statement
                .WithLeadingTrivia(guard.GetLeadingTrivia().AddRange(notes))
                .WithTrailingTrivia(
                    statement.GetTrailingTrivia().Any(CodeComments.Is) ? statement.GetTrailingTrivia() : guard.GetTrailingTrivia()
                )
        );
    }
}
