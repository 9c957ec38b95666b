using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Inserts and removes statements in blocks, switch sections and top-level programs, and keeps the comments around them.</summary>
internal static class Statements
{
    /// <summary>The statement stands in a list, so that others can be put next to it.</summary>
    public static bool IsInList(StatementSyntax statement) =>
        statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    /// <summary>Puts a statement before another; what stands above the other then stands above both.</summary>
    public static SyntaxNode InsertBefore(SyntaxNode root, StatementSyntax statement, StatementSyntax added, Layout layout, string indent)
    {
        var lineEnd = SyntaxFactory.EndOfLine(layout.NewLine);
        added = added.WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(lineEnd);
        var mark = new SyntaxAnnotation();
        root = root.ReplaceNode(statement, statement.WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithAdditionalAnnotations(mark));
        var place = root.GetAnnotatedNodes(mark).Single();
        return place.Parent is GlobalStatementSyntax global
            ? root.InsertNodesBefore(global, [SyntaxFactory.GlobalStatement(added)])
            : root.InsertNodesBefore(place, [added]);
    }

    /// <summary>Puts a statement behind another.</summary>
    public static SyntaxNode InsertAfter(SyntaxNode root, StatementSyntax statement, StatementSyntax added, Layout layout, string indent)
    {
        added = added.WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine));
        return statement.Parent is GlobalStatementSyntax global
            ? root.InsertNodesAfter(global, [SyntaxFactory.GlobalStatement(added)])
            : root.InsertNodesAfter(statement, [added]);
    }

    /// <summary>Removes a statement; its comments move to what follows.</summary>
    public static SyntaxNode Remove(SyntaxNode root, StatementSyntax statement, Layout layout)
    {
        SyntaxNode removed = statement.Parent is GlobalStatementSyntax global ? global : statement;
        var next = removed.GetLastToken().GetNextToken(includeZeroWidth: true);
        var mark = new SyntaxAnnotation();
        root = root.ReplaceSyntax(
            nodes: [removed],
            computeReplacementNode: (_, current) => current.WithAdditionalAnnotations(mark),
            tokens: [next],
            computeReplacementToken: (_, current) => current.WithLeadingTrivia(Joined(removed, current, layout)),
            trivia: [],
            computeReplacementTrivia: (_, current) => current
        );
        return root.RemoveNode(root.GetAnnotatedNodes(mark).Single(), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static IEnumerable<SyntaxTrivia> Joined(SyntaxNode removed, SyntaxToken next, Layout layout)
    {
        var above = removed.GetLeadingTrivia();
        var indent = above.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var behind = removed.GetTrailingTrivia().Where(CodeComments.Is).ToList();
        var kept = above.Where((trivia, i) => i < above.Count - 1 || !trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToList();
        if (behind.Count > 0)
        {
            if (indent != default)
            {
                kept.Add(indent);
            }

            kept.AddRange(behind);
            kept.Add(SyntaxFactory.EndOfLine(layout.NewLine));
        }

        // One blank line does for both.
        var following = next.LeadingTrivia.ToList();
        var blankOnly = kept.All(trivia => trivia.Kind() is SyntaxKind.EndOfLineTrivia or SyntaxKind.WhitespaceTrivia);
        var startsBlank = following
            .FirstOrDefault(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia))
            .IsKind(SyntaxKind.EndOfLineTrivia);
        if (blankOnly && (startsBlank || next.IsKind(SyntaxKind.CloseBraceToken)))
        {
            kept.Clear();
        }

        return kept.Concat(following);
    }
}
