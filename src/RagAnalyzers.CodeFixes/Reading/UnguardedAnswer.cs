using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Reading;

/// <summary>What RAG2011 found, read back from the diagnostic.</summary>
/// <param name="Use">The parse, the call that leads to it, or the read of a typed result.</param>
/// <param name="Call">The model call, when it is in the same document.</param>
/// <param name="ComesFromCall">The answer comes from that call alone, and out of no other body.</param>
/// <param name="Exception">What the use throws.</param>
internal sealed record UnguardedAnswer(
    Document Document,
    CompilationUnitSyntax Root,
    SemanticModel Model,
    Layout Layout,
    ExpressionSyntax Use,
    InvocationExpressionSyntax? Call,
    bool ComesFromCall,
    INamedTypeSymbol Exception
)
{
    public static async Task<UnguardedAnswer?> ReadAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || model is null
            || AnswerParsedWithoutGuardHandOver.Read(diagnostic) is not { } found
            || model.Compilation.GetTypeByMetadataName(found.Exception) is not { } exception
            || UseAt(root, diagnostic.Location.SourceSpan) is not { } use
        )
        {
            return null;
        }

        var call = found.ModelCall.SourceTree == root.SyntaxTree ? CalledBy(root, found.ModelCall.SourceSpan) : null;
        return new UnguardedAnswer(document, root, model, Layout.Of(root, document), use, call, found.ComesFromCall, exception);
    }

    /// <summary>The same with a place for statements beside the use, or null when there is one already, or none can be made.</summary>
    public async Task<UnguardedAnswer?> WithPlaceAsync(CancellationToken cancellationToken)
    {
        var (use, call) = (new SyntaxAnnotation(), new SyntaxAnnotation());
        var marked = Document.WithSyntaxRoot(
            Root.ReplaceNodes(
                new SyntaxNode?[] { Use, Call }
                    .OfType<SyntaxNode>()
                    .Distinct(),
                (original, current) =>
                    current.WithAdditionalAnnotations(
                        new[] { original == Use ? use : null, original == Call ? call : null }.OfType<SyntaxAnnotation>()
                    )
            )
        );
        var root = await marked.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await marked.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || model is null
            || StatementPlace.Make(root, (ExpressionSyntax)root.GetAnnotatedNodes(use).Single(), model, Layout, cancellationToken)
                is not { } placed
        )
        {
            return null;
        }

        var document = Document.WithSyntaxRoot(placed);
        var unit = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return unit is null || model?.Compilation.GetTypeByMetadataName(Exception.ToDisplayString()) is not { } exception
            ? null
            : new UnguardedAnswer(
                document,
                unit,
                model,
                Layout.Of(unit, document),
                (ExpressionSyntax)unit.GetAnnotatedNodes(use).Single(),
                unit.GetAnnotatedNodes(call).OfType<InvocationExpressionSyntax>().SingleOrDefault(),
                ComesFromCall,
                exception
            );
    }

    private static ExpressionSyntax? UseAt(SyntaxNode root, TextSpan span) =>
        CalledBy(root, span)
        ?? root.FindNode(span, getInnermostNodeForTie: true) switch
        {
            SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Name == name => access,
            ExpressionSyntax expression => expression,
            _ => null,
        };

    private static InvocationExpressionSyntax? CalledBy(SyntaxNode root, TextSpan called) =>
        root.FindNode(called, getInnermostNodeForTie: true)
            .AncestorsAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(invocation => invocation.Expression.Span == called);
}
