using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading;

namespace RagAnalyzers.CodeFixes.Output.Guards;

/// <summary>One way to be prepared for an answer that is none.</summary>
internal abstract class AnswerGuard : RuleFix
{
    internal sealed override async Task<ProposedFix?> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (await UnguardedAnswer.ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } answer)
        {
            return null;
        }

        if (Propose(answer, cancellationToken) is { } fix)
        {
            return fix;
        }

        return await answer.WithPlaceAsync(cancellationToken).ConfigureAwait(false) is { } placed
            ? Propose(placed, cancellationToken)
            : null;
    }

    /// <summary>Works out the fix, or returns null when the code has a shape that it does not handle.</summary>
    private protected abstract ProposedFix? Propose(UnguardedAnswer answer, CancellationToken cancellationToken);

    /// <summary>
    /// The statement that evaluates the expression; null when it does so repeatedly or in a function of its own.
    /// </summary>
    /// <param name="always">Null also when it may not evaluate it.</param>
    private protected static StatementSyntax? EvaluatingStatement(ExpressionSyntax expression, bool always = true)
    {
        foreach (var node in expression.Ancestors())
        {
            switch (node)
            {
                case LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax:
                case YieldStatementSyntax when always:
                    return (StatementSyntax)node;
                case IfStatementSyntax @if when @if.Condition.Span.Contains(expression.Span):
                    return @if;
                case SwitchStatementSyntax @switch when @switch.Expression.Span.Contains(expression.Span):
                    return @switch;
                case ForEachStatementSyntax loop when loop.Expression.Span.Contains(expression.Span):
                    return loop;
                case StatementSyntax or AnonymousFunctionExpressionSyntax:
                    return null;
                case var _ when !always:
                    continue;
                case SwitchExpressionSyntax @switch when !@switch.GoverningExpression.Span.Contains(expression.Span):
                    return null;
                case ConditionalExpressionSyntax conditional when !conditional.Condition.Span.Contains(expression.Span):
                case ConditionalAccessExpressionSyntax access when !access.Expression.Span.Contains(expression.Span):
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment
                    when assignment.Right.Span.Contains(expression.Span):
                case BinaryExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.LogicalAndExpression
                        or (int)SyntaxKind.LogicalOrExpression
                        or (int)SyntaxKind.CoalesceExpression
                } binary when binary.Right.Span.Contains(expression.Span):
                    return null;
            }
        }

        return null;
    }

    /// <summary>Nothing else in the statement is evaluated before: the expression is where its value begins.</summary>
    private protected static bool IsEvaluatedFirst(ExpressionSyntax use, StatementSyntax statement)
    {
        var value = statement switch
        {
            LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } => variables[0].Initializer?.Value,
            ReturnStatementSyntax { Expression: { } returned } => returned,
            YieldStatementSyntax { Expression: { } yielded } => yielded,
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax } assignment } =>
                assignment.Right,
            ForEachStatementSyntax loop => loop.Expression,
            SwitchStatementSyntax @switch => @switch.Expression,
            IfStatementSyntax @if => @if.Condition,
            _ => null,
        };
        var first = use.GetFirstToken();
        return value is not null
            && value.Span.Contains(use.Span)
            && value
                .DescendantTokens()
                .TakeWhile(token => token != first)
                .All(static token => token.Parent is ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax);
    }

    private protected static bool IsNamed(ITypeSymbol? type, string fullName) =>
        type?.OriginalDefinition.ToDisplayString(
            SymbolDisplayFormat
                .FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
                .WithGenericsOptions(SymbolDisplayGenericsOptions.None)
        ) == fullName;
}
