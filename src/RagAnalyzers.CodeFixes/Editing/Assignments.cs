using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>
/// Removes the assignment of a member, from an initializer with its comma, or as a statement. The comments around it stay.
/// </summary>
internal static class Assignments
{
    /// <summary>The assignment stands alone, so that nothing else goes with it but the question whether it is made.</summary>
    public static bool AreRemovable(AssignmentExpressionSyntax assignment, SemanticModel model, CancellationToken cancellationToken) =>
        assignment.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax }
        || assignment.Parent is ExpressionStatementSyntax statement
            && Conditions(statement)
                .All(condition => condition is { Else: null } && LeftoverLocals.HasNoEffect(condition.Condition, model, cancellationToken));

    public static SyntaxNode Remove(SyntaxNode root, AssignmentExpressionSyntax assignment, Layout layout) =>
        assignment.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } initializer
            ? root.ReplaceNode(creation, Without(creation, initializer, initializer.Expressions.IndexOf(assignment), layout))
            : Statements.Remove(
                root,
                Conditions((StatementSyntax)assignment.Parent!).LastOrDefault() ?? (StatementSyntax)assignment.Parent!,
                layout
            );

    /// <summary>The conditions under which the statement stands without braces, the innermost first; null for anything else around it.</summary>
    private static IEnumerable<IfStatementSyntax?> Conditions(StatementSyntax statement)
    {
        while (!Statements.IsInList(statement))
        {
            var condition = statement.Parent as IfStatementSyntax;
            yield return condition;
            if (condition is null)
            {
                yield break;
            }

            statement = condition;
        }
    }

    private static BaseObjectCreationExpressionSyntax Without(
        BaseObjectCreationExpressionSyntax creation,
        InitializerExpressionSyntax initializer,
        int index,
        Layout layout
    )
    {
        var expressions = initializer.Expressions.ToList();
        var separators = initializer.Expressions.GetSeparators().ToList();
        var removed = expressions[index];
        var comma = index < separators.Count ? separators[index] : default;
        var comments = Comments(removed.GetLeadingTrivia(), removed.GetTrailingTrivia(), comma.LeadingTrivia, comma.TrailingTrivia);
        expressions.RemoveAt(index);
        if (expressions.Count == 0 && comments.Count == 0)
        {
            return WithoutInitializer(creation);
        }

        if (comma != default)
        {
            separators.RemoveAt(index);
        }
        else if (index > 0)
        {
            var before = separators[index - 1];
            separators.RemoveAt(index - 1);
            var ends = before.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) ? before.TrailingTrivia : removed.GetTrailingTrivia();
            expressions[index - 1] = expressions[index - 1].WithTrailingTrivia(expressions[index - 1].GetTrailingTrivia().AddRange(ends));
        }

        var moved = Lines(comments, StartsLine(removed) ? layout.IndentAt(removed) : null, layout);
        if (index < expressions.Count)
        {
            expressions[index] = expressions[index].WithLeadingTrivia(moved.AddRange(expressions[index].GetLeadingTrivia()));
        }
        else
        {
            initializer = initializer.WithCloseBraceToken(
                initializer.CloseBraceToken.WithLeadingTrivia(moved.AddRange(initializer.CloseBraceToken.LeadingTrivia))
            );
        }

        return creation.WithInitializer(initializer.WithExpressions(SyntaxFactory.SeparatedList(expressions, separators)));
    }

    private static BaseObjectCreationExpressionSyntax WithoutInitializer(BaseObjectCreationExpressionSyntax creation)
    {
        var behind = creation.GetTrailingTrivia();
        var bare = creation.WithInitializer(null);
        if (bare is ObjectCreationExpressionSyntax { ArgumentList: null } named)
        {
            var list = SyntaxFactory.ArgumentList(
                PlainSyntax.Token(SyntaxKind.OpenParenToken),
                default,
                PlainSyntax.Token(SyntaxKind.CloseParenToken)
            );
            bare = named.WithType(named.Type.WithoutTrailingTrivia()).WithArgumentList(list);
        }

        return bare.WithTrailingTrivia(behind);
    }

    private static List<SyntaxTrivia> Comments(params SyntaxTriviaList[] lists) =>
        lists.SelectMany(list => list).Where(CodeComments.Is).ToList();

    /// <summary>The comments, each on a line of the given indentation, or all on the line that they are on.</summary>
    private static SyntaxTriviaList Lines(IEnumerable<SyntaxTrivia> comments, string? indent, Layout layout) =>
        SyntaxFactory.TriviaList(
            comments.SelectMany(comment =>
                indent is null && comment.IsKind(SyntaxKind.MultiLineCommentTrivia)
                    ? new[] { comment, SyntaxFactory.Space }
                    : [SyntaxFactory.Whitespace(indent ?? ""), comment, SyntaxFactory.EndOfLine(layout.NewLine)]
            )
        );

    private static bool StartsLine(SyntaxNode node) =>
        node.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
}
