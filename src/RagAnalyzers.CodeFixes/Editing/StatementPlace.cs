using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>
/// Makes a place for statements beside an expression: the body behind an arrow becomes a block, and so does a statement under a condition.
/// </summary>
internal static class StatementPlace
{
    /// <summary>The root with such a place, or null when there is one already, or none can be made.</summary>
    public static SyntaxNode? Make(
        SyntaxNode root,
        ExpressionSyntax expression,
        SemanticModel model,
        Layout layout,
        CancellationToken cancellationToken
    )
    {
        foreach (var node in expression.Ancestors())
        {
            switch (node)
            {
                case StatementSyntax statement and not LocalFunctionStatementSyntax:
                    return Statements.IsInList(statement) ? null : InBlock(root, statement, layout);
                case LambdaExpressionSyntax { ExpressionBody: { } body } lambda:
                    return
                        model.GetSymbolInfo(lambda, cancellationToken).Symbol is IMethodSymbol method
                        && BlockOf(lambda, lambda.ArrowToken, body, default, method, layout) is { } block
                        ? root.ReplaceNode(lambda, lambda.WithArrowToken(EndingLine(lambda.ArrowToken, layout)).WithBody(block))
                        : null;
                case ArrowExpressionClauseSyntax { Parent: (MethodDeclarationSyntax or LocalFunctionStatementSyntax) and var owner } arrow:
                    return model.GetDeclaredSymbol(owner, cancellationToken) is IMethodSymbol declared
                        ? WithBlock(root, arrow, declared, layout)
                        : null;
                case MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax:
                    return null;
            }
        }

        return null;
    }

    private static SyntaxNode? WithBlock(SyntaxNode root, ArrowExpressionClauseSyntax arrow, IMethodSymbol method, Layout layout)
    {
        var owner = arrow.Parent!;
        var semicolon = owner is MethodDeclarationSyntax m ? m.SemicolonToken : ((LocalFunctionStatementSyntax)owner).SemicolonToken;
        if (BlockOf(owner, arrow.ArrowToken, arrow.Expression, semicolon, method, layout) is not { } block)
        {
            return null;
        }

        var head = arrow.ArrowToken.GetPreviousToken();
        return root.ReplaceSyntax(
            [owner],
            (_, current) =>
                current is MethodDeclarationSyntax declaration
                    ? declaration.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block)
                    : ((LocalFunctionStatementSyntax)current).WithExpressionBody(null).WithSemicolonToken(default).WithBody(block),
            [head],
            (_, current) => EndingLine(current, layout),
            [],
            static (_, current) => current
        );
    }

    /// <summary>The block that does what the expression behind the arrow does; null when directives stand in between.</summary>
    private static BlockSyntax? BlockOf(
        SyntaxNode owner,
        SyntaxToken arrow,
        ExpressionSyntax body,
        SyntaxToken semicolon,
        IMethodSymbol method,
        Layout layout
    )
    {
        if (body is ThrowExpressionSyntax || Statements.HoldsDirectives(owner))
        {
            return null;
        }

        var indent = layout.IndentAt(arrow.GetPreviousToken());
        var returnsNothing =
            method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { TypeArguments.IsEmpty: true });
        var lineEnd = SyntaxFactory.EndOfLine(layout.NewLine);
        var value = body.WithoutLeadingTrivia();
        // On a line of its own the expression is one level in already.
        value = layout.IsOnOneLine(arrow.GetPreviousToken().SpanStart, body.SpanStart) ? IndentedLines.Shift(value, layout.Unit) : value;
        value = semicolon == default ? value.WithoutTrailingTrivia() : value;
        var behind = semicolon.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
            ? semicolon.TrailingTrivia
            : SyntaxFactory.TriviaList(lineEnd);
        var end = PlainSyntax.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(behind);
        StatementSyntax statement = returnsNothing
            ? SyntaxFactory.ExpressionStatement(value, end)
            : SyntaxFactory.ReturnStatement(default, PlainSyntax.Token(SyntaxKind.ReturnKeyword, SyntaxFactory.Space), value, end);
        return SyntaxFactory.Block(
            PlainSyntax.Token(SyntaxKind.OpenBraceToken, lineEnd).WithLeadingTrivia(SyntaxFactory.Whitespace(indent)),
            SyntaxFactory.SingletonList(statement.WithLeadingTrivia(SyntaxFactory.Whitespace(indent + layout.Unit))),
            PlainSyntax
                .Token(SyntaxKind.CloseBraceToken)
                .WithLeadingTrivia(SyntaxFactory.Whitespace(indent))
                .WithTrailingTrivia(semicolon == default ? body.GetTrailingTrivia() : SyntaxFactory.TriviaList(lineEnd))
        );
    }

    private static SyntaxNode? InBlock(SyntaxNode root, StatementSyntax statement, Layout layout)
    {
        if (statement.DescendantTrivia().Any(static trivia => trivia.IsDirective))
        {
            return null;
        }

        var indent = layout.IndentAt(statement.Parent!);
        var startsLine = LineBreaks.StartsLine(statement.GetFirstToken());
        var lineEnd = SyntaxFactory.EndOfLine(layout.NewLine);
        var endsLine = statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        var inner = startsLine
            ? statement
            : IndentedLines.Shift(statement, layout.Unit).WithLeadingTrivia(SyntaxFactory.Whitespace(indent + layout.Unit));
        inner = endsLine ? inner : inner.WithTrailingTrivia(statement.GetTrailingTrivia().Add(lineEnd));
        var block = SyntaxFactory.Block(
            PlainSyntax.Token(SyntaxKind.OpenBraceToken, lineEnd).WithLeadingTrivia(SyntaxFactory.Whitespace(indent)),
            SyntaxFactory.SingletonList(inner),
            PlainSyntax
                .Token(SyntaxKind.CloseBraceToken)
                .WithLeadingTrivia(SyntaxFactory.Whitespace(indent))
                .WithTrailingTrivia(endsLine ? lineEnd : SyntaxFactory.Space)
        );
        var head = statement.GetFirstToken().GetPreviousToken();
        return root.ReplaceSyntax(
            [statement],
            (_, _) => block,
            [head],
            (_, current) => startsLine ? current : EndingLine(current, layout),
            [],
            static (_, current) => current
        );
    }

    private static SyntaxToken EndingLine(SyntaxToken token, Layout layout) =>
        token.WithTrailingTrivia(
            token
                .TrailingTrivia.Where(static trivia =>
                    !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)
                )
                .SelectMany(static trivia => new[] { SyntaxFactory.Space, trivia })
                .Append(SyntaxFactory.EndOfLine(layout.NewLine))
        );
}
