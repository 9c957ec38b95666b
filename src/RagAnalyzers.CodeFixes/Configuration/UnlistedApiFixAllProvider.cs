using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Configuration;

/// <summary>Writes all lines of a document, a project or a solution at once: each table is one text, whichever projects have it.</summary>
internal sealed class UnlistedApiFixAllProvider : FixAllProvider
{
    public static readonly UnlistedApiFixAllProvider Instance = new();

    /// <summary>Through how many layers an answer is handed on.</summary>
    private const int MostRounds = 5;

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        ImmutableArray.Create(FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution);

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var found = await FoundAsync(fixAllContext).ConfigureAwait(false);

        // Even with nothing left to do: dotnet format asks once a project, and complains about none.
        return CodeAction.Create(
            UnlistedApiFix.Title,
            cancellation => FixedAsync(fixAllContext, found, cancellation),
            nameof(UnlistedApiFix)
        );
    }

    /// <summary>
    /// What one line says of a member, others need that hand on what it returns. So a solution is looked at anew until nothing is left to say.
    /// </summary>
    private static async Task<Solution> FixedAsync(
        FixAllContext context,
        IReadOnlyList<(ProjectId, Diagnostic)> found,
        CancellationToken cancellationToken
    )
    {
        var solution = context.Solution;
        for (var round = 0; round < MostRounds && found.Count > 0; round++)
        {
            solution = await ApiDocuments.WithAsync(solution, found, cancellationToken).ConfigureAwait(false);
            if (context.Scope != FixAllScope.Solution)
            {
                break;
            }

            found = await LeftAsync(solution, cancellationToken).ConfigureAwait(false);
        }

        return solution;
    }

    private static async Task<IReadOnlyList<(ProjectId, Diagnostic)>> LeftAsync(Solution solution, CancellationToken cancellationToken)
    {
        var left = new List<(ProjectId, Diagnostic)>();
        foreach (var project in solution.Projects.Where(ApiDocuments.HasTable))
        {
            var found = await RuleAnalyzers.FindAsync(project, Descriptors.UnlistedApi.Id, cancellationToken).ConfigureAwait(false);
            left.AddRange(found.Select(d => (project.Id, d)));
        }

        return left;
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
