using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Numbers that stand in code.</summary>
internal static class NumberLiteral
{
    /// <summary>The literal at a place, or null when something else than a whole number stands there.</summary>
    public static LiteralExpressionSyntax? At(SyntaxNode root, Location? place) =>
        place is not null && place.SourceTree == root.SyntaxTree
            ? root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) as LiteralExpressionSyntax
                is { RawKind: (int)SyntaxKind.NumericLiteralExpression } literal
                ? literal
                : null
            : null;

    /// <summary>The literal with another number in it.</summary>
    public static LiteralExpressionSyntax With(LiteralExpressionSyntax literal, int number) =>
        literal.WithToken(
            SyntaxFactory
                .Literal(number.ToString(CultureInfo.InvariantCulture), number)
                .WithLeadingTrivia(literal.Token.LeadingTrivia)
                .WithTrailingTrivia(literal.Token.TrailingTrivia)
        );
}
