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

    /// <summary>There are lines of the preprocessor in the code, other than above it.</summary>
    public static bool HoldsDirectives(SyntaxNode code) =>
        code.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.SpanStart > code.SpanStart);

    /// <summary>The statement before it in its list, or null when it is the first one.</summary>
    public static StatementSyntax? Preceding(StatementSyntax statement) =>
        Siblings(statement).TakeWhile(other => other != statement).LastOrDefault();

    /// <summary>The statement behind it in its list, or null when it is the last one.</summary>
    public static StatementSyntax? Following(StatementSyntax statement) =>
        Siblings(statement).SkipWhile(other => other != statement).Skip(1).FirstOrDefault();

    /// <summary>The indentation of the statement; one that shares a line stands like the one before it that begins a line.</summary>
    public static string IndentOf(StatementSyntax statement, Layout layout) =>
        layout.IndentAt(
            Siblings(statement)
                .TakeWhile(other => other.SpanStart <= statement.SpanStart)
                .LastOrDefault(static other => LineBreaks.StartsLine(other.GetFirstToken()))
                ?? statement
        );

    private static IEnumerable<StatementSyntax> Siblings(StatementSyntax statement) =>
        statement.Parent switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit
                .Members.OfType<GlobalStatementSyntax>()
                .Select(static global => global.Statement),
            _ => [],
        };

    /// <summary>The token is the first of its line.</summary>
    public static bool StartsLine(SyntaxToken token) =>
        token.LeadingTrivia.Any(SyntaxKind.EndOfLineTrivia)
        || token.GetPreviousToken() is var previous && (previous == default || previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia));

    /// <summary>The new statement on one line, where the one that it goes with does not begin a line.</summary>
    public static StatementSyntax LikeLineOf(StatementSyntax statement, StatementSyntax added) =>
        StartsLine(statement.GetFirstToken()) || added.DescendantTrivia().Any(CodeComments.Is)
            ? added
            : added.ReplaceTokens(
                added.DescendantTokens(),
                static (_, token) =>
                    token
                        .WithLeadingTrivia()
                        .WithTrailingTrivia(
                            token.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
                                ? SyntaxFactory.TriviaList(SyntaxFactory.Space)
                                : token.TrailingTrivia
                        )
            );

    /// <summary>Puts a statement before another; what stands above the other then stands above both.</summary>
    public static SyntaxNode InsertBefore(SyntaxNode root, StatementSyntax statement, StatementSyntax added, Layout layout, string indent)
    {
        var startsLine = StartsLine(statement.GetFirstToken());
        var end = startsLine ? SyntaxFactory.EndOfLine(layout.NewLine) : SyntaxFactory.Space;
        added = LikeLineOf(statement, added).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(end);
        var mark = new SyntaxAnnotation();
        var leading = startsLine ? SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(indent)) : SyntaxFactory.TriviaList();
        root = root.ReplaceNode(statement, statement.WithLeadingTrivia(leading).WithAdditionalAnnotations(mark));
        var place = root.GetAnnotatedNodes(mark).Single();
        return place.Parent is GlobalStatementSyntax global
            ? root.InsertNodesBefore(global, [SyntaxFactory.GlobalStatement(added)])
            : root.InsertNodesBefore(place, [added]);
    }

    /// <summary>Puts a statement behind another.</summary>
    public static SyntaxNode InsertAfter(SyntaxNode root, StatementSyntax statement, StatementSyntax added, Layout layout, string indent)
    {
        (root, statement) = EndingLine(root, statement, layout, indent);
        // Also the last one of several on a line is followed by a new line.
        added =
            StartsLine(statement.GetFirstToken()) || statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
                ? added.WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine))
                : LikeLineOf(statement, added).WithoutLeadingTrivia().WithTrailingTrivia(SyntaxFactory.Space);
        return statement.Parent is GlobalStatementSyntax global
            ? root.InsertNodesAfter(global, [SyntaxFactory.GlobalStatement(added)])
            : root.InsertNodesAfter(statement, [added]);
    }

    /// <summary>Where a statement begins a line, and another one follows on it, that one begins the next.</summary>
    private static (SyntaxNode Root, StatementSyntax Statement) EndingLine(
        SyntaxNode root,
        StatementSyntax statement,
        Layout layout,
        string indent
    )
    {
        var behind = statement.GetTrailingTrivia();
        if (!StartsLine(statement.GetFirstToken()) || behind.Any(SyntaxKind.EndOfLineTrivia) || Following(statement) is null)
        {
            return (root, statement);
        }

        var mark = new SyntaxAnnotation();
        var next = statement.GetLastToken().GetNextToken();
        var kept = behind.Reverse().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse();
        root = root.ReplaceSyntax(
            [statement],
            (_, current) =>
                current.WithTrailingTrivia(kept.Append(SyntaxFactory.EndOfLine(layout.NewLine))).WithAdditionalAnnotations(mark),
            [next],
            (_, current) => current.WithLeadingTrivia(current.LeadingTrivia.Insert(0, SyntaxFactory.Whitespace(indent))),
            [],
            static (_, current) => current
        );
        return (root, (StatementSyntax)root.GetAnnotatedNodes(mark).Single());
    }

    /// <summary>Removes a statement; its comments move to what follows.</summary>
    public static SyntaxNode Remove(SyntaxNode root, StatementSyntax statement, Layout layout)
    {
        SyntaxNode removed = statement.Parent is GlobalStatementSyntax global ? global : statement;
        var next = removed.GetLastToken().GetNextToken(includeZeroWidth: true);
        var previous = removed.GetFirstToken().GetPreviousToken();
        // Where it was the last one on a line of several, the line still ends.
        var endsLine = !LineBreaks.StartsLine(removed.GetFirstToken()) && removed.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        var mark = new SyntaxAnnotation();
        root = root.ReplaceSyntax(
            nodes: [removed],
            computeReplacementNode: (_, current) => current.WithAdditionalAnnotations(mark),
            tokens: endsLine ? [next, previous] : [next],
            computeReplacementToken: (original, current) =>
                original == next
                    ? current.WithLeadingTrivia(Joined(removed, current, layout))
                    : current.WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine)),
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
