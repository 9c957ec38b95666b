using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Tests.Suites;

/// <summary>A program that says the same as another one, and is written in another style.</summary>
internal static class CodeStyle
{
    /// <summary>The styles, by name.</summary>
    public static IReadOnlyDictionary<string, Func<SemanticModel, string>> All { get; } =
        new Dictionary<string, Func<SemanticModel, string>>
        {
            ["tabs and CRLF"] = model =>
                Rewrite(model, token: Tabbed)
                    .Replace("\r\n", "\n", StringComparison.Ordinal)
                    .Replace("\n", "\r\n", StringComparison.Ordinal),
            ["wrapped"] = model => Rewrite(model, list: Wrapped),
            ["parenthesized"] = model => Rewrite(model, argument: static (_, argument, _) => Parenthesized(argument), value: Parenthesized),
            ["named"] = model => Rewrite(model, argument: Named),
            ["commented"] = model => Rewrite(model, argument: static (original, argument, _) => Commented(original, argument)),
        };

    private static string Rewrite(
        SemanticModel model,
        Func<SyntaxToken, SyntaxToken>? token = null,
        Func<ArgumentListSyntax, ArgumentListSyntax, ArgumentListSyntax>? list = null,
        Func<ArgumentSyntax, ArgumentSyntax, SemanticModel, ArgumentSyntax>? argument = null,
        Func<ExpressionSyntax, ExpressionSyntax>? value = null
    ) => new Rewriter(model, token, list, argument, value).Visit(model.SyntaxTree.GetRoot()).ToFullString();

    private static SyntaxToken Tabbed(SyntaxToken token) =>
        token.WithLeadingTrivia(
            token.LeadingTrivia.Select(static trivia =>
                trivia.IsKind(SyntaxKind.WhitespaceTrivia)
                    ? SyntaxFactory.Whitespace(trivia.ToString().Replace("    ", "\t", StringComparison.Ordinal))
                    : trivia
            )
        );

    /// <summary>Every argument on a line of its own, wherever that is.</summary>
    private static ArgumentListSyntax Wrapped(ArgumentListSyntax original, ArgumentListSyntax list)
    {
        if (original.Arguments.Count == 0 || original.ToString().Contains('\n', StringComparison.Ordinal))
        {
            return list;
        }

        var line = original.SyntaxTree.GetText().Lines.GetLineFromPosition(original.SpanStart).ToString();
        var indent = line[..^line.TrimStart().Length];
        var end = SyntaxFactory.EndOfLine("\n");
        return list.WithOpenParenToken(list.OpenParenToken.WithTrailingTrivia(end))
            .WithArguments(
                SyntaxFactory.SeparatedList(
                    list.Arguments.Select(argument => argument.WithLeadingTrivia(SyntaxFactory.Whitespace(indent + "    "))),
                    list.Arguments.GetSeparators().Select(comma => comma.WithTrailingTrivia(end))
                )
            )
            .WithCloseParenToken(list.CloseParenToken.WithLeadingTrivia(end, SyntaxFactory.Whitespace(indent)));
    }

    private static ArgumentSyntax Parenthesized(ArgumentSyntax argument) =>
        argument.RefKindKeyword.IsKind(SyntaxKind.None) ? argument.WithExpression(Parenthesized(argument.Expression)) : argument;

    private static ExpressionSyntax Parenthesized(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or AwaitExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia()).WithTriviaFrom(expression)
            : expression;

    private static ArgumentSyntax Named(ArgumentSyntax original, ArgumentSyntax argument, SemanticModel model) =>
        argument.NameColon is null
        && original.Parent is ArgumentListSyntax { Parent: { } call, Arguments: var arguments }
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol { Parameters: var parameters }
        && arguments.IndexOf(original) is var at
        && at < parameters.Length
        && !parameters.Any(static parameter => parameter.IsParams)
            ? argument
                .WithoutLeadingTrivia()
                .WithNameColon(
                    SyntaxFactory
                        .NameColon(parameters[at].Name)
                        .WithColonToken(SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space))
                        .WithLeadingTrivia(argument.GetLeadingTrivia())
                )
            : argument;

    private static ArgumentSyntax Commented(ArgumentSyntax original, ArgumentSyntax argument) =>
        argument.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? argument
            : argument.WithTrailingTrivia(SyntaxFactory.Space, SyntaxFactory.Comment($"/* {original.SpanStart} */"));

    private sealed class Rewriter(
        SemanticModel model,
        Func<SyntaxToken, SyntaxToken>? token,
        Func<ArgumentListSyntax, ArgumentListSyntax, ArgumentListSyntax>? list,
        Func<ArgumentSyntax, ArgumentSyntax, SemanticModel, ArgumentSyntax>? argument,
        Func<ExpressionSyntax, ExpressionSyntax>? value
    ) : CSharpSyntaxRewriter
    {
        public override SyntaxToken VisitToken(SyntaxToken visited) => token is null ? base.VisitToken(visited) : token(visited);

        // What stands inside of an interpolated string keeps its line.
        public override SyntaxNode? VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node) => node;

        public override SyntaxNode? VisitArgumentList(ArgumentListSyntax node)
        {
            var visited = (ArgumentListSyntax)base.VisitArgumentList(node)!;
            return list is null ? visited : list(node, visited);
        }

        public override SyntaxNode? VisitEqualsValueClause(EqualsValueClauseSyntax node)
        {
            var visited = (EqualsValueClauseSyntax)base.VisitEqualsValueClause(node)!;
            return value is null || node.Parent is ParameterSyntax ? visited : visited.WithValue(value(visited.Value));
        }

        public override SyntaxNode? VisitArgument(ArgumentSyntax node)
        {
            var visited = (ArgumentSyntax)base.VisitArgument(node)!;
            return argument is null ? visited : argument(node, visited, model);
        }
    }
}
