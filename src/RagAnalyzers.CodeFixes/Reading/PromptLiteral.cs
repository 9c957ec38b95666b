using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;

namespace RagAnalyzers.CodeFixes.Reading;

/// <summary>
/// A piece of constant prompt text in, the string literal or interpolated string out with which the text that it belongs to ends or begins.
/// </summary>
/// <param name="Document">The document of the literal, which may be another one than the prompt's.</param>
internal sealed record PromptLiteral(Document Document, SyntaxNode Root, ExpressionSyntax Literal)
{
    /// <summary>
    /// The literal, or null when none decides: the text ends in something else, or its constant is used elsewhere as well.
    /// </summary>
    /// <param name="prompted">The document of the model call.</param>
    /// <param name="call">Where the model call is.</param>
    /// <param name="piece">The piece of text.</param>
    /// <param name="atStart">The literal with which the text begins is wanted.</param>
    public static async Task<PromptLiteral?> OfAsync(
        Document prompted,
        TextSpan call,
        Location piece,
        bool atStart,
        CancellationToken cancellationToken
    )
    {
        if (
            prompted.Project.GetDocument(piece.SourceTree) is not { } document
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || WholeOf(root.FindNode(piece.SourceSpan, getInnermostNodeForTie: true)) is not { } text
            || await EndAsync(document, root, text, atStart, cancellationToken).ConfigureAwait(false) is not { } literal
        )
        {
            return null;
        }

        var isForThisCall = await SoleUse
            .IsAtAsync(literal.Document, literal.Literal, prompted, call, cancellationToken)
            .ConfigureAwait(false);
        return isForThisCall ? literal : null;
    }

    /// <summary>The fix that puts a longer text in the place of the literal.</summary>
    /// <param name="prompted">The document of the model call, on which the finding sits.</param>
    public ProposedFix Replaced(ExpressionSyntax longer, Document prompted, Diagnostic finding, string title)
    {
        longer = longer.WithTriviaFrom(Literal);
        return Document.Id == prompted.Id && CallAt.Find(Root, finding.Location) is { } call
            ? ProposedFix.Replacing(Document, Root, call, Literal, longer, title)
            : new ProposedFix(title, Document.WithSyntaxRoot(Root.ReplaceNode(Literal, longer)), Mended: null);
    }

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

    private static async Task<PromptLiteral?> EndAsync(
        Document document,
        SyntaxNode root,
        ExpressionSyntax text,
        bool atStart,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            switch (text)
            {
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } or InterpolatedStringExpressionSyntax:
                    return new PromptLiteral(document, root, text);
                case ParenthesizedExpressionSyntax parenthesized:
                    text = parenthesized.Expression;
                    continue;
                case BinaryExpressionSyntax sum:
                    text = atStart ? sum.Left : sum.Right;
                    continue;
                case IdentifierNameSyntax
                or MemberAccessExpressionSyntax
                    when await DeclaredAsync(document, text, cancellationToken).ConfigureAwait(false) is { } value
                        && document.Project.GetDocument(value.SyntaxTree) is { } declaring:
                    (document, root, text) = (
                        declaring,
                        await value.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false),
                        value
                    );
                    continue;
                default:
                    return null;
            }
        }
    }

    /// <summary>What a constant, or a variable or property that is only read, is declared with; a local, where it is mentioned once.</summary>
    private static async Task<ExpressionSyntax?> DeclaredAsync(Document document, ExpressionSyntax use, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model?.GetSymbolInfo(use, cancellationToken).Symbol is not { DeclaringSyntaxReferences: [var reference] } symbol)
        {
            return null;
        }

        var declared = await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
        return (symbol, declared) switch
        {
            (ILocalSymbol local, VariableDeclaratorSyntax declarator)
                when (await declared.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false))
                    .DescendantNodes()
                    .OfType<IdentifierNameSyntax>()
                    .Count(name => name.Identifier.ValueText == local.Name) == 1 => declarator.Initializer?.Value,
            (IFieldSymbol, VariableDeclaratorSyntax declarator) => declarator.Initializer?.Value,
            (IPropertySymbol { SetMethod: null }, PropertyDeclarationSyntax property) => property.Initializer?.Value
                ?? property.ExpressionBody?.Expression,
            _ => null,
        };
    }
}
