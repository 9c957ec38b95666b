using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading;

namespace RagAnalyzers.CodeFixes.Readiness;

/// <summary>
/// RAG4001: a tenth of the examples is held back, uploaded by a statement like the one that uploads the rest, and the job is given the
/// file's id. Offered where the upload is a statement of the same block as the job, or of one around it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FineTuningWithoutValidationFix))]
public sealed class FineTuningWithoutValidationFix : RuleCodeFixProvider
{
    private const string Title = "Hold back a tenth of the examples for validation";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG4001");

    internal override bool IsSafeInBulk => false;

    // A file uploaded for another purpose: there would be two.
    internal override ImmutableArray<string> MayNotRepeat { get; } = ImmutableArray.Create("RAG4005");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (await ValidationUpload.ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var mark = new SyntaxAnnotation();
        var nodes = new List<SyntaxNode> { found.Job, found.Statement };
        if (found.Options is not null)
        {
            nodes.Add(found.Options);
        }

        if (found.Divided.Opening is not null)
        {
            nodes.Add(found.Divided.Opening);
        }

        SyntaxNode root = found.Root.TrackNodes(nodes);
        if (found.Options is { } creation)
        {
            root = root.ReplaceNode(
                root.GetCurrentNode(creation)!,
                ObjectInitializers.Set(creation, found.Member, _ => found.ValidationId, found.Layout)
            );
            root = root.ReplaceNode(root.GetCurrentNode(found.Job)!, root.GetCurrentNode(found.Job)!.WithAdditionalAnnotations(mark));
        }
        else if (NewOptions(found) is { } call)
        {
            root = root.ReplaceNode(root.GetCurrentNode(found.Job)!, call.WithAdditionalAnnotations(mark));
        }
        else
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var line = found.Layout.IndentAt(found.Statement);
        root = Statements.InsertAfter(root, root.GetCurrentNode(found.Statement)!, found.Added, found.Layout, line);
        var place = new SyntaxAnnotation();
        var upload = root.GetCurrentNode(found.Statement)!;
        root = root.ReplaceNode(upload, found.Training.WithTrailingTrivia(upload.GetTrailingTrivia()).WithAdditionalAnnotations(place));
        foreach (var statement in found.Divided.Before)
        {
            root = Statements.InsertBefore(root, (StatementSyntax)root.GetAnnotatedNodes(place).Single(), statement, found.Layout, line);
        }

        if (found.Divided.Opening is { } opening)
        {
            root = Statements.Remove(root, root.GetCurrentNode(opening)!, found.Layout);
        }

        root = UsingDirectives.Add((CompilationUnitSyntax)root, found.Names.Imports, found.Layout);
        return ImmutableArray.Create(new ProposedFix(Title, document.WithSyntaxRoot(root), mark));
    }

    /// <summary>The job with options that it does not pass yet.</summary>
    private static SyntaxNode? NewOptions(ValidationUpload found)
    {
        var list = found.Job.ArgumentList;
        if (
            found.Method.Parameters.FirstOrDefault(p => p.Name == "options") is not { Type: INamedTypeSymbol type } parameter
            || CallArguments.Ordinals(list, found.Method) is not { } ordinals
        )
        {
            return null;
        }

        ExpressionSyntax Options(string indent) =>
            SyntaxFactory.ParseExpression(
                ObjectInitializers.New("new " + found.Names.Of(type), found.Member, _ => found.ValidationId, indent, found.Layout),
                options: found.Root.SyntaxTree.Options
            );

        if (ordinals.IndexOf(parameter.Ordinal) is >= 0 and var at)
        {
            var passed = list.Arguments[at].Expression;
            return passed.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression
                ? found.Job.ReplaceNode(passed, Options(found.Layout.IndentAt(passed)).WithTriviaFrom(passed))
                : null;
        }

        var parameters = found.Method.Parameters.Select(static p => p.Name).ToImmutableArray();
        return found.Job.WithArgumentList(CallArguments.Add(list, ordinals, parameters, parameter.Ordinal, Options, found.Layout));
    }
}
