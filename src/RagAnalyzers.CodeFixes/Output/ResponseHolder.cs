using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
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
    public static ResponseHolder? For(ExpressionSyntax response, InvocationExpressionSyntax call, ExpressionSyntax replaced) =>
        !response.Span.Contains(call.Span) || replaced.Span.Contains(response.Span) ? new ResponseHolder(response, null)
        : response.FirstAncestorOrSelf<StatementSyntax>() is LocalDeclarationStatementSyntax or ExpressionStatementSyntax
            ? InFrontOf(response)
        : null;

    /// <summary>The response gets a local in front of its statement; null where the statement may not evaluate it, or do so repeatedly.</summary>
    public static ResponseHolder? InFrontOf(ExpressionSyntax response)
    {
        var statement = response.FirstAncestorOrSelf<StatementSyntax>();
        var isMovable =
            statement is LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax
            && Statements.IsInList(statement)
            && response.Ancestors().TakeWhile(node => node != statement).All(node => IsAlwaysEvaluated(node, response.Span));
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

    /// <summary>Whoever evaluates the node evaluates what stands at the place in it.</summary>
    private static bool IsAlwaysEvaluated(SyntaxNode node, TextSpan place) =>
        node switch
        {
            AnonymousFunctionExpressionSyntax => false,
            ConditionalExpressionSyntax conditional => conditional.Condition.Span.Contains(place),
            ConditionalAccessExpressionSyntax access => access.Expression.Span.Contains(place),
            SwitchExpressionSyntax choice => choice.GoverningExpression.Span.Contains(place),
            BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression
            } binary => binary.Left.Span.Contains(place),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } => false,
            _ => true,
        };
}
