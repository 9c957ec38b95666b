using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Reading;

/// <summary>
/// What RAG1001 found, read back from the diagnostic: an upload of training data, and in the same body the call that starts a job on it.
/// </summary>
/// <param name="Job">The call that starts the job.</param>
/// <param name="Method">The method it calls.</param>
/// <param name="Upload">The upload.</param>
/// <param name="Purpose">The purpose that the upload states.</param>
/// <param name="FileName">The name that the upload gives to data from memory, or null.</param>
/// <param name="FileId">The expression that is the uploaded file's id at the job call.</param>
internal sealed record TrainingRun(
    Document Document,
    CompilationUnitSyntax Root,
    SemanticModel Model,
    Layout Layout,
    InvocationExpressionSyntax Job,
    IMethodSymbol Method,
    InvocationExpressionSyntax Upload,
    ExpressionSyntax Purpose,
    ExpressionSyntax? FileName,
    ExpressionSyntax FileId
)
{
    /// <summary>Reads the diagnostic, or returns null when the job starts elsewhere or is fed in a way that cannot be rewritten.</summary>
    public static async Task<TrainingRun?> ReadAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || model is null
            || FineTuningOnChangingDocumentsHandOver.Read(diagnostic) is not { Uploads: [var uploaded] }
            || uploaded.SourceTree != root.SyntaxTree
            || Invocation(root, diagnostic.Location.SourceSpan, call => call.Expression.Span) is not { } job
            || Invocation(root, uploaded.SourceSpan, call => call.Span) is not { } upload
            || job == upload
            || MemberAround(job) != MemberAround(upload)
            || model.GetSymbolInfo(job, cancellationToken).Symbol is not IMethodSymbol { ContainingType.Name: "FineTuningClient" } method
            || model.GetSymbolInfo(upload, cancellationToken).Symbol is not IMethodSymbol uploadMethod
            || Argument(upload, uploadMethod, parameter => parameter.Type.Name == "FileUploadPurpose") is not { } purpose
            || FileIdAt(job, method, model, cancellationToken) is not { } fileId
        )
        {
            return null;
        }

        var fileName = Argument(upload, uploadMethod, parameter => parameter.Name == "filename");
        return new TrainingRun(document, root, model, Layout.Of(root, document), job, method, upload, purpose, fileName, fileId);
    }

    /// <summary>The job call's argument for the parameter, or null.</summary>
    public ExpressionSyntax? Argument(string parameter) => Argument(Job, Method, candidate => candidate.Name == parameter);

    private static ExpressionSyntax? Argument(
        InvocationExpressionSyntax call,
        IMethodSymbol method,
        Func<IParameterSymbol, bool> isWanted
    ) =>
        CallArguments.Ordinals(call.ArgumentList, method) is { } ordinals
        && method.Parameters.FirstOrDefault(isWanted) is { } parameter
        && ordinals.IndexOf(parameter.Ordinal) is >= 0 and var index
            ? call.ArgumentList.Arguments[index].Expression
            : null;

    private static ExpressionSyntax? FileIdAt(
        InvocationExpressionSyntax job,
        IMethodSymbol method,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (Argument(job, method, parameter => parameter.Name == "trainingFileId") is { } id)
        {
            return id;
        }

        // The untyped form says it somewhere in the request's body: the one place that reads an uploaded file's id.
        if (Argument(job, method, parameter => parameter.Name == "content") is not { } content)
        {
            return null;
        }

        var ids = IdsIn(content, model, [], cancellationToken).GroupBy(expression => expression.ToString()).ToList();
        return ids.Count == 1 ? ids[0].First() : null;
    }

    private static IEnumerable<ExpressionSyntax> IdsIn(
        ExpressionSyntax expression,
        SemanticModel model,
        HashSet<ISymbol> visited,
        CancellationToken cancellationToken
    )
    {
        foreach (var node in expression.DescendantNodesAndSelf())
        {
            var symbol = node is ExpressionSyntax ? model.GetSymbolInfo(node, cancellationToken).Symbol : null;
            if (node is MemberAccessExpressionSyntax access && symbol is IPropertySymbol { Name: "Id", ContainingType.Name: "OpenAIFile" })
            {
                yield return access;
            }
            else if (node is IdentifierNameSyntax && symbol is ILocalSymbol local && visited.Add(local))
            {
                foreach (
                    var id in LocalValues
                        .Of(local, model, cancellationToken)
                        .SelectMany(value => IdsIn(value, model, visited, cancellationToken))
                )
                {
                    yield return id;
                }
            }
        }
    }

    /// <summary>A method of its own that uploads may do so for others, too; what it uploads for is not one job's to change.</summary>
    private static SyntaxNode? MemberAround(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(static n => n is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax);

    private static InvocationExpressionSyntax? Invocation(
        SyntaxNode root,
        TextSpan span,
        Func<InvocationExpressionSyntax, TextSpan> place
    ) =>
        root.FindNode(span, getInnermostNodeForTie: true)
            .AncestorsAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(invocation => place(invocation) == span);
}
