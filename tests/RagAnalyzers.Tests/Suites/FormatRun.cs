using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>What <c>dotnet format analyzers</c> does with a project: its documents in, the documents after one run out.</summary>
internal static class FormatRun
{
    public static Project Project(
        AdhocWorkspace workspace,
        IEnumerable<(string Path, string Text)> files,
        string? editorConfig = null,
        ImmutableArray<MetadataReference> references = default
    )
    {
        var texts = files.ToList();
        var project = workspace.CurrentSolution.AddProject(
            ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Default,
                "Project",
                "Project",
                LanguageNames.CSharp,
                compilationOptions: TestSources.CompilationOptions(TestSources.OutputKindOf(texts.Select(file => file.Text))),
                parseOptions: TestSources.ParseOptions,
                metadataReferences: references.IsDefault ? ReferenceSets.Latest : references
            )
        );
        var id = project.ProjectIds.Last();
        foreach (var (path, text) in texts.Append((TestSources.ImplicitUsingsPath, TestSources.ImplicitUsings)))
        {
            project = project.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), text, filePath: path);
        }

        if (editorConfig is not null)
        {
            project = project.AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id),
                ".editorconfig",
                Microsoft.CodeAnalysis.Text.SourceText.From("root = true\n[*.cs]\n" + editorConfig),
                filePath: "/.editorconfig"
            );
        }

        return project.GetProject(id)!;
    }

    /// <summary>
    /// Every rule that reports something has each of its fixes applied by Fix All once: with the key of a finding's first action, or with none.
    /// The tool takes any finding of the analyzer that has the rule; here it is one of another rule where the fix knows one.
    /// </summary>
    public static async Task<Project> ApplyAsync(Project project)
    {
        var reported = (await FindAsync(project, null)).Select(finding => finding.Id).Distinct().ToList();
        foreach (var id in reported)
        {
            var fixes = RagRules.FixTypes.Select(type => (CodeFixProvider)Activator.CreateInstance(type)!);
            foreach (var fix in fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id)))
            {
                var found = await FindAsync(project, id);
                if (
                    found.IsEmpty
                    || fix.GetFixAllProvider() is not { } all
                    || !all.GetSupportedFixAllScopes().Contains(FixAllScope.Solution)
                )
                {
                    continue;
                }

                var some = (await FindAsync(project, null)).FirstOrDefault(
                    finding => finding.Id != id && fix.FixableDiagnosticIds.Contains(finding.Id),
                    found[0]
                );
                var document = project.Solution.GetDocument(some.Location.SourceTree)!;
                CodeAction? first = null;
                await fix.RegisterCodeFixesAsync(
                    new CodeFixContext(document, some, (action, _) => first ??= action, TestContext.Current.CancellationToken)
                );
                var context = new FixAllContext(
                    document,
                    fix,
                    FixAllScope.Solution,
                    first?.EquivalenceKey!,
                    [id],
                    new Found(found),
                    TestContext.Current.CancellationToken
                );
                if (await all.GetFixAsync(context) is { } action)
                {
                    var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
                    var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
                    project = changed.GetProject(project.Id)!;
                }
            }
        }

        return project;
    }

    /// <summary>The findings of all rules, or of one.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(Project project, string? id)
    {
        var rules = id is null
            ? RagRules.Loaded()
            : RagRules.Analyzers().Where(rule => rule.SupportedDiagnostics.Any(descriptor => descriptor.Id == id));
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        var found = await AnalyzerRun.DiagnosticsAsync(rules, compilation!);
        return
        [
            .. found
                .Where(finding => id is null || finding.Id == id)
                .OrderBy(finding => finding.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(finding => finding.Location.SourceSpan.Start),
        ];
    }

    public static async Task<ImmutableArray<string>> TextsAsync(Project project)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var document in project.Documents)
        {
            texts.Add((await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        }

        return texts.ToImmutable();
    }

    private sealed class Found(ImmutableArray<Diagnostic> found) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(found);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document,
            CancellationToken cancellationToken
        )
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return found.Where(finding => finding.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
