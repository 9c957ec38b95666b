using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Reading.Labels;

/// <summary>What is done to an answer's text before it is compared, and what an enum needs none of.</summary>
internal static class CleanedText
{
    private static readonly ImmutableHashSet<string> Cleaning = ImmutableHashSet.Create(
        "Trim",
        "TrimStart",
        "TrimEnd",
        "ToLower",
        "ToLowerInvariant",
        "ToUpper",
        "ToUpperInvariant",
        "ToString",
        "Normalize"
    );

    /// <summary>The text without what only cleans it.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax text)
    {
        while (true)
        {
            switch (text)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    text = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    text = suppressed.Operand;
                    break;
                case BinaryExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.CoalesceExpression,
                    Right: LiteralExpressionSyntax { Token.ValueText: "" }
                        or MemberAccessExpressionSyntax
                        {
                            Expression: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword },
                            Name.Identifier.ValueText: "Empty"
                        }
                } coalesce:
                    text = coalesce.Left;
                    break;
                case ConditionalAccessExpressionSyntax access when IsCleaning(access.WhenNotNull):
                    text = access.Expression;
                    break;
                case InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: { } receiver }
                } when Cleaning.Contains(name) && (name != "ToString" || Bare(receiver) != PlainSyntax.WithoutParentheses(receiver)):
                    text = receiver;
                    break;
                default:
                    return text;
            }
        }
    }

    private static bool IsCleaning(ExpressionSyntax chain) =>
        chain switch
        {
            MemberBindingExpressionSyntax binding => Cleaning.Contains(binding.Name.Identifier.ValueText),
            InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => IsCleaning(binding),
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: { } receiver }
            } => Cleaning.Contains(name) && IsCleaning(receiver),
            _ => false,
        };
}
