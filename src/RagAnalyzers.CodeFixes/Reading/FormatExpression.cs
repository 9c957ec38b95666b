using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Reading;

/// <summary>
/// What the rules about response schemas found, read back from the diagnostic: the expression that makes the format, and the schema's text.
/// </summary>
/// <param name="Found">What the rule says of the format.</param>
/// <param name="Expression">The factory call, the creation, or the <c>typeof</c>.</param>
/// <param name="Literal">The schema's text where it is written in this document, or null.</param>
internal sealed record FormatExpression(
    Document Document,
    CompilationUnitSyntax Root,
    SemanticModel Model,
    Layout Layout,
    ResponseSchemaHandOver Found,
    ExpressionSyntax Expression,
    ExpressionSyntax? Literal
)
{
    public static async Task<FormatExpression?> ReadAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || model is null
            || ResponseSchemaHandOver.Read(diagnostic) is not { } found
            || At(root, diagnostic.Location.SourceSpan) is not { } expression
        )
        {
            return null;
        }

        var literal =
            found.SchemaText is { } text && text.SourceTree == root.SyntaxTree ? Exactly<ExpressionSyntax>(root, text.SourceSpan) : null;
        return new FormatExpression(document, root, model, Layout.Of(root, document), found, expression, literal);
    }

    /// <summary>The type whose schema the format has, as the code names it; null when it does not.</summary>
    public TypeSyntax? NamedType =>
        Expression switch
        {
            TypeOfExpressionSyntax typeOf => typeOf.Type,
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [var only] } }
            } => only,
            InvocationExpressionSyntax call => call
                .ArgumentList.Arguments.Select(argument => argument.Expression)
                .OfType<TypeOfExpressionSyntax>()
                .FirstOrDefault()
                ?.Type,
            _ => null,
        };

    /// <summary>The node of the kind that has exactly this span.</summary>
    public static TNode? Exactly<TNode>(SyntaxNode root, TextSpan span)
        where TNode : SyntaxNode =>
        root.FindNode(span, getInnermostNodeForTie: true)
            .AncestorsAndSelf()
            .TakeWhile(node => node.Span == span)
            .OfType<TNode>()
            .LastOrDefault();

    // A call is reported on what it calls, a creation on "new" and the type.
    private static ExpressionSyntax? At(SyntaxNode root, TextSpan span) =>
        root.FindNode(span, getInnermostNodeForTie: true)
            .AncestorsAndSelf()
            .OfType<ExpressionSyntax>()
            .FirstOrDefault(node =>
                node switch
                {
                    InvocationExpressionSyntax call => call.Expression.Span == span,
                    BaseObjectCreationExpressionSyntax creation => creation.NewKeyword.SpanStart == span.Start,
                    TypeOfExpressionSyntax type => type.Span == span,
                    _ => false,
                }
            );
}
