using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace RagAnalyzers.CodeFixes.Configuration;

/// <summary>Writes all lines of a document, a project or a solution at once: each table is one text, whichever projects have it.</summary>
internal sealed class UnlistedApiFixAllProvider : FixAllProvider
{
    public static readonly UnlistedApiFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        ImmutableArray.Create(FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution);

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var found = await FoundAsync(fixAllContext).ConfigureAwait(false);
        return found.Count == 0
            ? null
            : CodeAction.Create(
                UnlistedApiFix.Title,
                cancellation => ApiDocuments.WithAsync(fixAllContext.Solution, found, cancellation),
                nameof(UnlistedApiFix)
            );
    }

    private static async Task<IReadOnlyList<(ProjectId, Diagnostic)>> FoundAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                var ofDocument = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
                return ofDocument.Select(d => (document.Project.Id, d)).ToList();
            case FixAllScope.Solution:
                var all = new List<(ProjectId, Diagnostic)>();
                foreach (var project in context.Solution.Projects.Where(static p => p.Language == LanguageNames.CSharp))
                {
                    all.AddRange(await OfProjectAsync(context, project).ConfigureAwait(false));
                }

                return all;
            default:
                return await OfProjectAsync(context, context.Project).ConfigureAwait(false);
        }
    }

    private static async Task<IReadOnlyList<(ProjectId, Diagnostic)>> OfProjectAsync(FixAllContext context, Project project)
    {
        var found = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
        return found.Select(d => (project.Id, d)).ToList();
    }
}
