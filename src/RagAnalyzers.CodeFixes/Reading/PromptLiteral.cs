using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Reading;

/// <summary>
/// A piece of constant prompt text in, the string literal or interpolated string out with which the text that it belongs to ends.
/// </summary>
internal static class PromptLiteral
{
    /// <summary>
    /// The literal, or null when none decides: the text ends in something else, or its constant is used elsewhere as well.
    /// </summary>
    public static ExpressionSyntax? Of(SyntaxNode piece, SemanticModel model, CancellationToken cancellationToken) =>
        WholeOf(piece) is { } text ? End(text, atStart: false, model, cancellationToken) : null;

    /// <summary>The same for the literal with which the text begins.</summary>
    public static ExpressionSyntax? StartOf(SyntaxNode piece, SemanticModel model, CancellationToken cancellationToken) =>
        WholeOf(piece) is { } text ? End(text, atStart: true, model, cancellationToken) : null;

    /// <summary>The text that a piece belongs to, or null.</summary>
    private static ExpressionSyntax? WholeOf(SyntaxNode piece)
    {
        var text = piece switch
        {
            ArgumentSyntax argument => argument.Expression,
            InterpolationFormatClauseSyntax or InterpolatedStringContentSyntax =>
                piece.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>(),
            ExpressionSyntax expression => expression,
            _ => null,
        };
        while (text is not null)
        {
            // A piece inside a longer text: the longer one is what ends.
            switch (text.Parent)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    text = parenthesized;
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    text = sum;
                    continue;
                case InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax around }:
                    text = around;
                    continue;
            }

            break;
        }

        return text;
    }

    private static ExpressionSyntax? End(ExpressionSyntax text, bool atStart, SemanticModel model, CancellationToken cancellationToken) =>
        text switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal,
            InterpolatedStringExpressionSyntax interpolated => interpolated,
            ParenthesizedExpressionSyntax parenthesized => End(parenthesized.Expression, atStart, model, cancellationToken),
            BinaryExpressionSyntax sum => End(atStart ? sum.Left : sum.Right, atStart, model, cancellationToken),
            IdentifierNameSyntax or MemberAccessExpressionSyntax => OfConstant(text, atStart, model, cancellationToken),
            _ => null,
        };

    /// <summary>A constant, or a variable that is only read, that is declared in this document and mentioned once.</summary>
    private static ExpressionSyntax? OfConstant(
        ExpressionSyntax use,
        bool atStart,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (
            model.GetSymbolInfo(use, cancellationToken).Symbol is not { DeclaringSyntaxReferences: [var declared] } symbol
            || symbol is not (IFieldSymbol { DeclaredAccessibility: Accessibility.Private } or ILocalSymbol)
            || declared.SyntaxTree != model.SyntaxTree
            || declared.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value }
        )
        {
            return null;
        }

        var mentions = model
            .SyntaxTree.GetRoot(cancellationToken)
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Count(name => name.Identifier.ValueText == symbol.Name);
        return mentions == 1 ? End(value, atStart, model, cancellationToken) : null;
    }
}
