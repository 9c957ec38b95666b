using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Flow.Operations;

/// <summary>Tells before anything is bound where a value may be compared with a text or a letter, or be the key of something.</summary>
internal static class ComparisonTokens
{
    /// <summary>False where the syntax shows that a number, a truth value, a type or nothing is asked for.</summary>
    public static bool Compares(SyntaxToken token) =>
        token.Kind() switch
        {
            SyntaxKind.EqualsEqualsToken or SyntaxKind.ExclamationEqualsToken => token.Parent is not BinaryExpressionSyntax binary
                || (MayBeText(binary.Left) && MayBeText(binary.Right)),
            SyntaxKind.IsKeyword => token.Parent switch
            {
                IsPatternExpressionSyntax { Pattern: var pattern } => MayBeOfText(pattern),
                BinaryExpressionSyntax { Right: PredefinedTypeSyntax } => false,
                _ => true,
            },
            SyntaxKind.SwitchKeyword => true,
            SyntaxKind.OpenBracketToken => token.Parent is BracketedArgumentListSyntax { Arguments: { Count: 1 } keys }
                && MayBeText(keys[0].Expression),
            _ => false,
        };

    private static bool MayBeOfText(PatternSyntax pattern) =>
        pattern switch
        {
            ConstantPatternSyntax { Expression: var constant } => MayBeText(constant),
            UnaryPatternSyntax { Pattern: var negated } => MayBeOfText(negated),
            RelationalPatternSyntax or DeclarationPatternSyntax or TypePatternSyntax or VarPatternSyntax => false,
            RecursivePatternSyntax recursive => recursive.PositionalPatternClause is not null
                || recursive.PropertyPatternClause is { Subpatterns.Count: > 0 },
            _ => true,
        };

    private static bool MayBeText(ExpressionSyntax expression) =>
        expression switch
        {
            LiteralExpressionSyntax literal => literal.Token.Value is string { Length: > 0 } or char,
            PrefixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } or RangeExpressionSyntax =>
                false,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" } => false,
            _ => true,
        };
}
