using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.Pipeline.Branches;

/// <summary>The head of a branching: <c>if (useTuned)</c>, <c>switch (mode)</c>, the condition of <c>?:</c>.</summary>
internal static class BranchLocation
{
    public static Location Of(IOperation branching) =>
        branching.Syntax switch
        {
            IfStatementSyntax statement => Between(statement, statement.IfKeyword, statement.CloseParenToken),
            SwitchStatementSyntax { CloseParenToken.Span.IsEmpty: false } statement => Between(
                statement,
                statement.SwitchKeyword,
                statement.CloseParenToken
            ),
            SwitchStatementSyntax statement => Between(statement, statement.SwitchKeyword, statement.Expression.GetLastToken()),
            ConditionalExpressionSyntax expression => expression.Condition.GetLocation(),
            SwitchExpressionSyntax expression => Between(
                expression,
                expression.GoverningExpression.GetFirstToken(),
                expression.SwitchKeyword
            ),
            var other => other.GetLocation(),
        };

    private static Location Between(SyntaxNode node, SyntaxToken first, SyntaxToken last) =>
        Location.Create(node.SyntaxTree, TextSpan.FromBounds(first.SpanStart, last.Span.End));
}
