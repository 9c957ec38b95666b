using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.Findings;
using RagAnalyzers.Text.Apis;

namespace RagAnalyzers.CodeFixes.Configuration;

/// <summary>The tables among the additional documents of a solution's projects. Several projects have the same file, each as a document of its own.</summary>
internal static class ApiDocuments
{
    /// <summary>The solution with the lines that diagnostics hand over, in the tables of their projects.</summary>
    public static async Task<Solution> WithAsync(
        Solution solution,
        IReadOnlyList<(ProjectId Project, Diagnostic Diagnostic)> found,
        CancellationToken cancellationToken
    )
    {
        var lacking = found
            .Select(f => (Path: PathFor(solution, f.Project), f.Project, Lines: UnlistedApiHandOver.Read(f.Diagnostic)))
            .Where(static f => f.Lines is not null)
            .GroupBy(static f => f.Path, StringComparer.OrdinalIgnoreCase)
            .ToList();
        foreach (var table in lacking)
        {
            var documents = DocumentsAt(solution, table.Key);
            var old = documents.Count == 0 ? null : await documents[0].GetTextAsync(cancellationToken).ConfigureAwait(false);
            var changed = SourceText.From(
                ApiText.With(
                    old?.ToString() ?? string.Empty,
                    table.SelectMany(static f => f.Lines!.Lines),
                    table.SelectMany(static f => f.Lines!.Replaced)
                ),
                old?.Encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            );
            solution =
                documents.Count == 0
                    ? table.Select(static f => f.Project).Distinct().Aggregate(solution, (s, p) => WithNew(s, p, table.Key, changed))
                    : documents.Aggregate(solution, (s, d) => s.WithAdditionalDocumentText(d.Id, changed));
        }

        return solution;
    }

    /// <summary>The project is written in C#, and has a table.</summary>
    public static bool HasTable(Project project) => project.Language == LanguageNames.CSharp && project.AdditionalDocuments.Any(IsTable);

    /// <summary>The path of a project's table; where it has none, the one at the solution's root, or in the project's folder.</summary>
    private static string PathFor(Solution solution, ProjectId project)
    {
        var has = solution.GetProject(project)?.AdditionalDocuments.FirstOrDefault(IsTable);
        if (has is not null)
        {
            return has.FilePath ?? has.Name;
        }

        var root = Path.GetDirectoryName(solution.FilePath ?? solution.GetProject(project)?.FilePath ?? string.Empty);
        return string.IsNullOrEmpty(root) ? ApiWords.FileName : Path.Combine(root, ApiWords.FileName);
    }

    private static List<TextDocument> DocumentsAt(Solution solution, string path) =>
        solution
            .Projects.SelectMany(static p => p.AdditionalDocuments)
            .Where(d => string.Equals(d.FilePath ?? d.Name, path, StringComparison.OrdinalIgnoreCase) && IsTable(d))
            .ToList();

    private static bool IsTable(TextDocument document) =>
        string.Equals(Path.GetFileName(document.FilePath ?? document.Name), ApiWords.FileName, StringComparison.OrdinalIgnoreCase);

    private static Solution WithNew(Solution solution, ProjectId project, string path, SourceText text) =>
        solution.AddAdditionalDocument(DocumentId.CreateNewId(project), ApiWords.FileName, text, filePath: path);
}
