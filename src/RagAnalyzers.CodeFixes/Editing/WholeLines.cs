using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Gives statements lines of their own, out of bodies on one line and from behind others, so that they can be moved as lines.</summary>
internal static class WholeLines
{
    // A type's body, in it a member's, in it those of nested statements.
    private const int MostRounds = 12;

    /// <param name="root">The root, which tracks the statements.</param>
    /// <param name="document">The document that the root is of.</param>
    /// <param name="statements">The statements, as they were when tracking began; each stands in a list.</param>
    public static SyntaxNode Make(SyntaxNode root, Document document, IReadOnlyList<StatementSyntax> statements)
    {
        var options = StyleOptions.Of(statements[0].SyntaxTree, document.Project);
        for (var round = 0; round < MostRounds && BodyOnOneLine(root, statements) is { } body; round++)
        {
            var layout = Layout.Of(root, document);
            root = Apply(root, layout, breaks => body.LayOut(breaks, layout, options));
        }

        var lines = Layout.Of(root, document);
        return Apply(root, lines, breaks => Separate(root, statements, lines, breaks));
    }

    /// <summary>The outermost body on one line that one of the statements stands in.</summary>
    private static BracedBody? BodyOnOneLine(SyntaxNode root, IReadOnlyList<StatementSyntax> statements) =>
        statements
            .Select(statement => root.GetCurrentNode(statement)!)
            .Where(static statement => !LineBreaks.StartsLine(statement.GetFirstToken()))
            .SelectMany(statement => BracedBody.Around(root, statement.Span).Reverse())
            .FirstOrDefault(static body => body.SharesLine && body.IsOnOneLine);

    private static void Separate(SyntaxNode root, IReadOnlyList<StatementSyntax> statements, Layout layout, LineBreaks breaks)
    {
        foreach (var statement in statements.Select(statement => root.GetCurrentNode(statement)!).Where(Statements.IsInList))
        {
            breaks.Before(statement.GetFirstToken(), Statements.IndentOf(statement, layout));
            if (Statements.Following(statement) is { } next)
            {
                breaks.Before(next.GetFirstToken(), Statements.IndentOf(next, layout));
            }
        }
    }

    private static SyntaxNode Apply(SyntaxNode root, Layout layout, System.Action<LineBreaks> collect)
    {
        var breaks = new LineBreaks(layout);
        collect(breaks);
        return breaks.IsEmpty ? root : breaks.Apply(root);
    }
}
