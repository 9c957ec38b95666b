using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>
/// Where the response is at hand for the typed result: in a local, in the parse's own expression, or in the expression of
/// another statement that only kept its text, which then needs a local for it.
/// </summary>
/// <param name="Response">The response.</param>
/// <param name="Statement">The statement before which the response gets a local of its own, or null.</param>
internal sealed record ResponseHolder(ExpressionSyntax Response, StatementSyntax? Statement)
{
    public ImmutableArray<SyntaxNode> Nodes =>
        Statement is null ? ImmutableArray<SyntaxNode>.Empty : ImmutableArray.Create<SyntaxNode>(Statement);

    /// <summary>Where the response is, or null when it cannot be brought within reach of the parse.</summary>
    public static ResponseHolder? For(ExpressionSyntax response, InvocationExpressionSyntax call, ExpressionSyntax replaced)
    {
        if (!response.Span.Contains(call.Span) || replaced.Span.Contains(response.Span))
        {
            return new ResponseHolder(response, null);
        }

        var statement = response.FirstAncestorOrSelf<StatementSyntax>();
        var isMovable =
            statement is LocalDeclarationStatementSyntax or ExpressionStatementSyntax
            && Statements.IsInList(statement)
            && response.Ancestors().TakeWhile(node => node != statement).All(IsAlwaysEvaluated);
        return isMovable ? new ResponseHolder(response, statement) : null;
    }

    /// <summary>Gives the response a local if it needs one. The result is the expression that then is the response.</summary>
    public (SyntaxNode Root, ExpressionSyntax Response) Extract(SyntaxNode root, Layout layout)
    {
        var current = root.GetCurrentNode(Response)!;
        if (Statement is null)
        {
            return (root, current.WithoutTrivia());
        }

        var name = FreshNames.In(Statement, "response", "answer");
        var value = PlainSyntax.WithoutParentheses(current);
        root = root.ReplaceNode(current, PlainSyntax.Name(name).WithTriviaFrom(current));
        var declaration = SyntaxFactory.ParseStatement($"var {name} = ;");
        var missing = declaration.DescendantNodes().OfType<EqualsValueClauseSyntax>().Single().Value;
        declaration = declaration.ReplaceNode(missing, value.WithoutTrivia());
        return (
            Statements.InsertBefore(root, root.GetCurrentNode(Statement)!, declaration, layout, layout.IndentAt(Statement)),
            PlainSyntax.Name(name)
        );
    }

    private static bool IsAlwaysEvaluated(SyntaxNode node) =>
        node
            is not (
                AnonymousFunctionExpressionSyntax
                or ConditionalExpressionSyntax
                or ConditionalAccessExpressionSyntax
                or SwitchExpressionSyntax
                or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression }
            );
}
