using System;
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

namespace RagAnalyzers.CodeFixes.Knowledge;

/// <summary>RAG1001: the file is uploaded for retrieval, and a vector store that holds it takes the place of the fine-tuning job.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FineTuningOnChangingDocumentsFix))]
public sealed class FineTuningOnChangingDocumentsFix : RuleCodeFixProvider
{
    private const string Title = "Index the documents for retrieval instead";

    // A vector store takes no .jsonl; its lines are as readable as text.
    private const string TrainingExtension = ".jsonl";
    private const string TextExtension = ".txt";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG1001");

    internal override bool IsSafeInBulk => false;

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (
            await TrainingRun.ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } run
            || VectorStoreCall.For(run) is not { } call
            || RetrievalPurpose(run) is not { } purpose
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var names = new TypeNames(run.Model, run.Job.SpanStart);
        if (VectorStoreClientSource.Find(run, names, cancellationToken) is not { } client)
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var mark = new SyntaxAnnotation();
        var variable = JobVariable.Of(run, call, names, cancellationToken);
        var leftovers = Leftovers(run, cancellationToken).Where(declarator => declarator != client.Converted?.Declarator).ToList();
        var nodes = new List<SyntaxNode> { run.Job, run.Upload, run.Purpose };
        nodes.AddRange(variable?.Nodes ?? []);
        nodes.AddRange(leftovers);
        if (run.FileName is not null)
        {
            nodes.Add(run.FileName);
        }

        if (client.Converted is not null)
        {
            nodes.Add(client.Converted.Declarator);
        }

        SyntaxNode root = run.Root.TrackNodes(nodes);
        root = root.ReplaceNode(root.GetCurrentNode(run.Purpose)!, purpose);
        if (run.FileName is not null)
        {
            root = root.ReplaceNode(root.GetCurrentNode(run.FileName)!, AsText(run.FileName));
        }

        root = root.ReplaceNode(root.GetCurrentNode(run.Upload)!, root.GetCurrentNode(run.Upload)!.WithAdditionalAnnotations(mark));
        root = ReplaceJob(root, run, call.Text(run, client.Expression, names), mark);
        root = variable?.Apply(root) ?? root;
        root = client.Converted?.Apply(root) ?? root;
        root = await LeftoverLocals.RemoveAsync(document, root, leftovers, run.Layout, cancellationToken).ConfigureAwait(false);
        root = UsingDirectives.Add((CompilationUnitSyntax)root, names.Imports, run.Layout);
        return ImmutableArray.Create(new ProposedFix(Title, document.WithSyntaxRoot(root), mark));
    }

    /// <summary>The purpose under which a vector store accepts files; null when the stated one cannot be changed in place.</summary>
    private static ExpressionSyntax? RetrievalPurpose(TrainingRun run)
    {
        if (
            run.Purpose is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access
            || run.Model.GetSymbolInfo(access).Symbol
                is not { Name: "FineTune" or "Assistants" or "UserData", ContainingType: var purposes }
        )
        {
            return null;
        }

        if (name.Identifier.ValueText != "FineTune")
        {
            return access;
        }

        var offered = new[] { "Assistants", "UserData" }.FirstOrDefault(candidate =>
            purposes.GetMembers(candidate).Any(member => !IsObsolete(member))
        );
        return offered is null ? null : access.WithName(PlainSyntax.Name(offered).WithTriviaFrom(name));
    }

    private static bool IsObsolete(ISymbol member) =>
        member.GetAttributes().Any(data => data.AttributeClass?.Name == nameof(ObsoleteAttribute));

    private static ExpressionSyntax AsText(ExpressionSyntax fileName)
    {
        static string Renamed(string text) => text.Substring(0, text.Length - TrainingExtension.Length) + TextExtension;
        static bool IsTraining(string text) => text.EndsWith(TrainingExtension, StringComparison.OrdinalIgnoreCase);

        switch (fileName)
        {
            case LiteralExpressionSyntax literal
                when literal.IsKind(SyntaxKind.StringLiteralExpression) && IsTraining(literal.Token.ValueText):
                return literal.WithToken(SyntaxFactory.Literal(Renamed(literal.Token.ValueText)).WithTriviaFrom(literal.Token));
            case InterpolatedStringExpressionSyntax { Contents: [.., InterpolatedStringTextSyntax last] }
                when IsTraining(last.TextToken.Text):
                var renamed = Renamed(last.TextToken.Text);
                return fileName.ReplaceNode(
                    last,
                    last.WithTextToken(SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, renamed, renamed, default))
                );
            default:
                return fileName;
        }
    }

    /// <summary>Replaces the job call; comments among its arguments move in front of the statement.</summary>
    private static SyntaxNode ReplaceJob(SyntaxNode root, TrainingRun run, string text, SyntaxAnnotation mark)
    {
        var job = root.GetCurrentNode(run.Job)!;
        var replacement = SyntaxFactory.ParseExpression(text).WithTriviaFrom(job).WithAdditionalAnnotations(mark);
        var comments = run.Job.ArgumentList.DescendantTrivia().Where(CodeComments.Is).ToList();
        var statement = job.FirstAncestorOrSelf<StatementSyntax>();
        if (comments.Count == 0 || statement is null)
        {
            return root.ReplaceNode(job, replacement);
        }

        var indent = SyntaxFactory.Whitespace(run.Layout.IndentAt(run.Job.FirstAncestorOrSelf<StatementSyntax>()!));
        var moved = comments.SelectMany(comment => new[] { comment, SyntaxFactory.EndOfLine(run.Layout.NewLine), indent });
        return root.ReplaceNode(
            statement,
            statement.ReplaceNode(job, replacement).WithLeadingTrivia(statement.GetLeadingTrivia().AddRange(moved))
        );
    }

    /// <summary>Locals that only fed the job: its client, its options, its request.</summary>
    private static IEnumerable<VariableDeclaratorSyntax> Leftovers(TrainingRun run, CancellationToken cancellationToken) =>
        run
            .Job.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => !run.FileId.Span.Contains(name.Span))
            .Select(name => run.Model.GetSymbolInfo(name, cancellationToken).Symbol)
            .OfType<ILocalSymbol>()
            .Distinct<ILocalSymbol>(SymbolEqualityComparer.Default)
            .Select(local => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken))
            .OfType<VariableDeclaratorSyntax>();
}
