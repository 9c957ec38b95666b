using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Small pieces of syntax without elastic trivia, which would let the formatter reformat the code around them.</summary>
internal static class PlainSyntax
{
    public static SyntaxToken Token(SyntaxKind kind, params SyntaxTrivia[] behind) =>
        SyntaxFactory.Token(default, kind, SyntaxFactory.TriviaList(behind));

    public static IdentifierNameSyntax Name(string name) => SyntaxFactory.IdentifierName(SyntaxFactory.Identifier(default, name, default));

    public static NameColonSyntax NameColon(string name) =>
        SyntaxFactory.NameColon(Name(name), Token(SyntaxKind.ColonToken, SyntaxFactory.Space));

    public static LiteralExpressionSyntax True =>
        SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression, Token(SyntaxKind.TrueKeyword));

    /// <summary>The call of a method without arguments.</summary>
    /// <param name="dot">The dot, with what stands before it.</param>
    public static InvocationExpressionSyntax Calling(ExpressionSyntax on, SyntaxToken dot, string method) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, on, dot, Name(method)),
            NoArguments()
        );

    public static ArgumentListSyntax NoArguments() =>
        SyntaxFactory.ArgumentList(Token(SyntaxKind.OpenParenToken), default, Token(SyntaxKind.CloseParenToken));

    /// <summary>What stands in the parentheses, if the expression has any.</summary>
    public static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized.Expression;
        }

        return expression;
    }

    public static ParenthesizedExpressionSyntax Parenthesized(ExpressionSyntax expression) =>
        SyntaxFactory.ParenthesizedExpression(Token(SyntaxKind.OpenParenToken), expression, Token(SyntaxKind.CloseParenToken));
}
