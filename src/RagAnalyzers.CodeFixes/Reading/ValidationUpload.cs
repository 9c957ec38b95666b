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

/// <summary>What RAG4001 found, read back from the diagnostic, and the upload of a validation file that goes with it.</summary>
/// <param name="Job">The call that starts the job.</param>
/// <param name="Method">The method it calls.</param>
/// <param name="Options">The creation of the options that it passes, or null when it passes none.</param>
/// <param name="Member">The member of the options that takes the validation file.</param>
/// <param name="Statement">The statement that uploads the training file.</param>
/// <param name="Added">The statement that uploads the validation file.</param>
/// <param name="ValidationId">The expression for the uploaded validation file's id.</param>
internal sealed record ValidationUpload(
    CompilationUnitSyntax Root,
    SemanticModel Model,
    Layout Layout,
    InvocationExpressionSyntax Job,
    IMethodSymbol Method,
    BaseObjectCreationExpressionSyntax? Options,
    string Member,
    LocalDeclarationStatementSyntax Statement,
    StatementSyntax Added,
    string ValidationId
)
{
    private const string FileName = "validation.jsonl";

    /// <summary>
    /// Reads the diagnostic, or returns null when the upload is no declaration that can be repeated, or another place uses it differently.
    /// </summary>
    public static async Task<ValidationUpload?> ReadAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || model is null
            || FineTuningWithoutValidationHandOver.Read(diagnostic) is not { Member: { } member, Upload: { } uploaded } found
            || !found.IsWithin(root.SyntaxTree)
            || NodeAt<InvocationExpressionSyntax>(root, diagnostic.Location.SourceSpan, static call => call.Expression.Span) is not { } job
            || NodeAt<InvocationExpressionSyntax>(root, uploaded.SourceSpan, static call => call.Span) is not { } upload
            || model.GetSymbolInfo(job, cancellationToken).Symbol is not IMethodSymbol method
            || model.GetSymbolInfo(upload, cancellationToken).Symbol is not IMethodSymbol uploadMethod
            || upload.FirstAncestorOrSelf<StatementSyntax>()
                is not LocalDeclarationStatementSyntax { Declaration.Variables: [{ } declarator] } statement
            || !Statements.IsInList(statement)
            || !IsSeenFrom(statement, job)
            || model.GetDeclaredSymbol(declarator, cancellationToken) is not ILocalSymbol file
        )
        {
            return null;
        }

        var options = found.OptionsCreation is { } created
            ? NodeAt<BaseObjectCreationExpressionSyntax>(root, created.SourceSpan, static creation => creation.Span)
            : null;
        if (found.OptionsCreation is not null && options is null)
        {
            return null;
        }

        if (
            IdOf(file, model, cancellationToken, options, job.ArgumentList) is not { } id
            || Repeated(upload, uploadMethod) is not { } repeated
        )
        {
            return null;
        }

        var name = FreshNames.In(job, "validationFile", "validationUpload");
        var added = statement.ReplaceNodes(
            new SyntaxNode[] { upload, declarator },
            (original, current) =>
                original == upload
                    ? repeated.WithTriviaFrom(upload)
                    : ((VariableDeclaratorSyntax)current).WithIdentifier(
                        SyntaxFactory.Identifier(name).WithTriviaFrom(declarator.Identifier)
                    )
        );
        var validationId = id.ReplaceNodes(
            id.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == file.Name),
            (original, _) => PlainSyntax.Name(name).WithTriviaFrom(original)
        );
        return new ValidationUpload(
            root,
            model,
            Layout.Of(root, document),
            job,
            method,
            options,
            member,
            statement,
            CodeComments.Without(added),
            validationId.WithoutTrivia().ToString()
        );
    }

    /// <summary>The options are set where the new local is declared already.</summary>
    private static bool IsSeenFrom(LocalDeclarationStatementSyntax statement, SyntaxNode job)
    {
        SyntaxNode? list = statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent;
        return list is not null && list.Span.Contains(job.Span) && statement.Span.End <= job.SpanStart;
    }

    /// <summary>The expression by which the job is given the file: the local with what is read off it.</summary>
    private static ExpressionSyntax? IdOf(
        ILocalSymbol file,
        SemanticModel model,
        CancellationToken cancellationToken,
        params SyntaxNode?[] places
    )
    {
        var uses = places
            .OfType<SyntaxNode>()
            .SelectMany(place => place.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Where(name =>
                name.Identifier.ValueText == file.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, file)
            )
            .Distinct()
            .ToList();
        if (uses.Count != 1)
        {
            return null;
        }

        ExpressionSyntax id = uses[0];
        while (id.Parent is MemberAccessExpressionSyntax access && access.Expression == id)
        {
            id = access;
        }

        return id.Parent is InvocationExpressionSyntax ? null : id;
    }

    /// <summary>The upload, of a file of that name; content is read from the file.</summary>
    private static InvocationExpressionSyntax? Repeated(InvocationExpressionSyntax upload, IMethodSymbol method)
    {
        if (CallArguments.Ordinals(upload.ArgumentList, method) is not { } ordinals)
        {
            return null;
        }

        var replaced = new Dictionary<SyntaxNode, ExpressionSyntax>();
        for (var i = 0; i < ordinals.Length; i++)
        {
            var parameter = method.Parameters[ordinals[i]];
            var value = upload.ArgumentList.Arguments[i].Expression;
            if (parameter.Name is "filePath" or "filename" or "fileName")
            {
                replaced.Add(
                    value,
                    SyntaxFactory
                        .LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(FileName))
                        .WithTriviaFrom(value)
                );
            }
            else if (parameter.Name == "file")
            {
                if (Content(parameter.Type) is not { } content)
                {
                    return null;
                }

                replaced.Add(value, SyntaxFactory.ParseExpression(content).WithTriviaFrom(value));
            }
        }

        return replaced.Count == 0 ? null : upload.ReplaceNodes(replaced.Keys, (original, _) => replaced[original]);
    }

    private static string? Content(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol => $"File.ReadAllBytes(\"{FileName}\")",
            { Name: "Stream" } => $"File.OpenRead(\"{FileName}\")",
            { Name: "BinaryData" } => $"BinaryData.FromBytes(File.ReadAllBytes(\"{FileName}\"))",
            _ => null,
        };

    private static TNode? NodeAt<TNode>(SyntaxNode root, TextSpan span, System.Func<TNode, TextSpan> place)
        where TNode : SyntaxNode =>
        root.FindNode(span, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<TNode>().FirstOrDefault(node => place(node) == span);
}
