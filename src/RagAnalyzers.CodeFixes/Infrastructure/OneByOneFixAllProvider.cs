using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// Fixes the diagnostics of a document, a project or a solution one after another, asking the rules again after each, so that edits which
/// overlap, bring the same using directive or declare the same type meet code in which the earlier ones are already done.
/// </summary>
/// <remarks>
/// A tool takes the key from the first finding's fix, and gives none when that finding has no fix. <c>dotnet format</c> takes the first finding of
/// the analyzer, which may be one of another rule. The key of what is offered first is the same for all that the provider fixes, so that one run
/// reaches every SDK and every place; without a key it is the same. The key of an alternative means that alone.
/// </remarks>
internal sealed class OneByOneFixAllProvider(RuleCodeFixProvider chosen) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution };

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var place = fixAllContext.Scope switch
        {
            FixAllScope.Document => $"'{fixAllContext.Document?.Name}'",
            FixAllScope.Project => $"'{fixAllContext.Project.Name}'",
            _ => "the solution",
        };
        return Task.FromResult<CodeAction?>(
            CodeAction.Create(
                $"Fix all '{string.Join("', '", fixAllContext.DiagnosticIds)}' in {place}",
                cancellationToken => FixAsync(fixAllContext.WithCancellationToken(cancellationToken)),
                fixAllContext.CodeActionEquivalenceKey
            )
        );
    }

    private async Task<Solution> FixAsync(FixAllContext context)
    {
        var solution = context.Solution;
        var ids = context.DiagnosticIds.Intersect(chosen.FixableDiagnosticIds).ToImmutableArray();
        var done = new HashSet<DocumentId>();
        foreach (var id in await DocumentsAsync(context).ConfigureAwait(false))
        {
            if (!done.Add(id))
            {
                continue;
            }

            var before = solution.GetDocument(id)!;
            var after = await FixAsync(before, ids, context.CodeActionEquivalenceKey, context.CancellationToken).ConfigureAwait(false);
            done.UnionWith(before.GetLinkedDocumentIds());
            solution = await WithLinkedAsync(after, solution, context.CancellationToken).ConfigureAwait(false);
        }

        return solution;
    }

    /// <summary>
    /// The solution in which a changed file is the same everywhere: it may belong to several projects, of a project that targets several frameworks.
    /// </summary>
    private static async Task<Solution> WithLinkedAsync(Solution after, Solution before, CancellationToken cancellationToken)
    {
        var solution = after;
        var changes = after.GetChanges(before).GetProjectChanges();
        foreach (var id in changes.SelectMany(static project => project.GetChangedDocuments()))
        {
            var changed = after.GetDocument(id)!;
            var text = await changed.GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = changed.GetLinkedDocumentIds().Aggregate(solution, (current, linked) => current.WithDocumentText(linked, text));
        }

        return solution;
    }

    /// <summary>
    /// The documents with findings, in the order of their projects, and behind them those of the findings' further locations: a rule that speaks
    /// once of several places may speak of the next one when the first is mended.
    /// </summary>
    private static async Task<IReadOnlyList<DocumentId>> DocumentsAsync(FixAllContext context)
    {
        if (context is { Scope: FixAllScope.Document, Document: { } document })
        {
            return new[] { document.Id };
        }

        var documents = new List<DocumentId>();
        var projects = context.Scope == FixAllScope.Project ? new[] { context.Project } : context.Solution.Projects;
        foreach (var project in projects.Where(static project => project.Language == LanguageNames.CSharp))
        {
            var found = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            var own = found.Select(static finding => finding.Location.SourceTree).OfType<SyntaxTree>();
            var trees = own.Concat(found.SelectMany(HandOver.TreesOf)).Distinct();
            documents.AddRange(
                trees.Select(tree => project.GetDocument(tree)?.Id).OfType<DocumentId>().Where(project.DocumentIds.Contains)
            );
        }

        return documents;
    }

    private async Task<Solution> FixAsync(Document document, ImmutableArray<string> ids, string? key, CancellationToken cancellationToken)
    {
        var skipped = 0;
        // Every round fixes or skips one, and what is fixed is gone, so this ends.
        while (await RuleAnalyzers.FindAsync(document, ids, cancellationToken).ConfigureAwait(false) is { } open && skipped < open.Length)
        {
            if (await FixAsync(document, open[skipped], key, cancellationToken).ConfigureAwait(false) is not { } changed)
            {
                skipped++;
                continue;
            }

            document = changed;
        }

        return document.Project.Solution;
    }

    private async Task<Document?> FixAsync(Document document, Diagnostic diagnostic, string? key, CancellationToken cancellationToken)
    {
        var offered = await chosen.ValidFixesAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
        return offered.FirstOrDefault(fix => key is null || chosen.KeyOf(fix, isFirst: fix == offered[0]) == key)?.AfterIn(document);
    }
}
