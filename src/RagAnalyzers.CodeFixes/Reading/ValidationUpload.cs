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
/// <param name="Names">Writes type names at the upload.</param>
/// <param name="Job">The call that starts the job.</param>
/// <param name="Method">The method it calls.</param>
/// <param name="Options">The creation of the options that it passes, or null when it passes none.</param>
/// <param name="Member">The member of the options that takes the validation file.</param>
/// <param name="Statement">The statement that uploads the training file.</param>
/// <param name="Divided">Its examples, divided.</param>
/// <param name="Training">The statement that uploads the rest of them.</param>
/// <param name="Added">The statement that uploads the validation file.</param>
/// <param name="ValidationId">The expression for the uploaded validation file's id.</param>
internal sealed record ValidationUpload(
    CompilationUnitSyntax Root,
    SemanticModel Model,
    Layout Layout,
    TypeNames Names,
    InvocationExpressionSyntax Job,
    IMethodSymbol Method,
    BaseObjectCreationExpressionSyntax? Options,
    string Member,
    LocalDeclarationStatementSyntax Statement,
    HeldBackExamples Divided,
    LocalDeclarationStatementSyntax Training,
    StatementSyntax Added,
    string ValidationId
)
{
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

        var names = new TypeNames(model, upload.SpanStart);
        if (
            IdOf(file, model, cancellationToken, options, job.ArgumentList) is not { } id
            || HeldBackExamples.Of(upload, uploadMethod, model, names, cancellationToken) is not { } divided
        )
        {
            return null;
        }

        var name = FreshNames.In(job, "validationFile", "validationUpload");
        var added = statement.ReplaceNodes(
            new SyntaxNode[] { upload, declarator },
            (original, current) =>
                original == upload
                    ? divided.Validation.WithTriviaFrom(upload)
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
            names,
            job,
            method,
            options,
            member,
            statement,
            divided,
            statement.ReplaceNode(upload, divided.Training.WithTriviaFrom(upload)),
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
        var names = places
            .OfType<SyntaxNode>()
            .SelectMany(place => place.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Distinct()
            .ToList();
        var uses = names.Where(IsFile).ToList();
        if (uses.Count == 0)
        {
            // A local may have the id.
            uses = names
                .Select(name => model.GetSymbolInfo(name, cancellationToken).Symbol)
                .OfType<ILocalSymbol>()
                .Distinct<ILocalSymbol>(SymbolEqualityComparer.Default)
                .Select(local => LocalValues.Of(local, model, cancellationToken).ToList())
                .Where(static values => values.Count == 1)
                .SelectMany(values => values[0].DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(IsFile))
                .ToList();
        }

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

        bool IsFile(IdentifierNameSyntax name) =>
            name.Identifier.ValueText == file.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, file);
    }

    private static TNode? NodeAt<TNode>(SyntaxNode root, TextSpan span, System.Func<TNode, TextSpan> place)
        where TNode : SyntaxNode =>
        root.FindNode(span, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<TNode>().FirstOrDefault(node => place(node) == span);
}
