using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Infrastructure;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>
/// A test of a fix pins what this fix makes. What the rules to which it leads then have to say is dealt with by their fixes, which have
/// tests of their own; both together are what a user gets.
/// </summary>
internal static class FollowedUp
{
    /// <summary>The sources before a fix, and what the fix itself makes of them, in; what the user gets out.</summary>
    public static async Task<ImmutableArray<string>> TextsAsync(
        ImmutableArray<string> before,
        ImmutableArray<string> after,
        CodeFixProvider fix,
        ImmutableArray<MetadataReference> references,
        TestSetup setup
    )
    {
        if (fix is not RuleCodeFixProvider { LeadsTo: { IsEmpty: false } ids } || before.SequenceEqual(after))
        {
            return after;
        }

        using var workspace = new AdhocWorkspace();
        var project = Project(workspace, before.Select(TestSources.WithoutMarkup), references, setup);
        var documents = after.Select((_, i) => project.Documents.Single(file => file.FilePath == TestSources.PathOf(i))).ToList();
        var solution = project.Solution;
        foreach (var (document, i) in documents.Select((document, i) => (document, i)))
        {
            solution =
                before[i] == after[i]
                    ? solution
                    : solution.WithDocumentText(document.Id, SourceText.From(TestSources.WithoutMarkup(after[i])));
        }

        var done = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < after.Length; i++)
        {
            var document = documents[i];
            var plain = TestSources.WithoutMarkup(after[i]);
            var changed = solution.GetDocument(document.Id)!;
            var followed = await FollowUps.ApplyAsync(document, changed, ids, TestContext.Current.CancellationToken);
            solution = followed.Project.Solution;
            var text = (await followed.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
            done.Add(text == plain ? after[i] : text);
        }

        return done.ToImmutable();
    }

    private static Project Project(
        AdhocWorkspace workspace,
        IEnumerable<string> sources,
        ImmutableArray<MetadataReference> references,
        TestSetup setup
    )
    {
        var texts = sources.ToList();
        var id = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution.AddProject(
            ProjectInfo.Create(
                id,
                VersionStamp.Default,
                "TestProject",
                "TestProject",
                LanguageNames.CSharp,
                compilationOptions: TestSources.CompilationOptions(
                    setup.OutputKind ?? TestSources.OutputKindOf(texts),
                    setup.LanguageVersion
                ),
                parseOptions: TestSources.ParseOptions.WithLanguageVersion(setup.LanguageVersion),
                metadataReferences: (references.IsDefault ? ReferenceSets.Latest : references).AddRange(setup.ExtraReferences)
            )
        );
        var files = texts
            .Select((text, index) => (TestSources.PathOf(index), text))
            .Append((TestSources.ImplicitUsingsPath, TestSources.ImplicitUsingsOf(setup.LanguageVersion)));
        foreach (var (path, text) in files)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), text, filePath: path);
        }

        return solution.GetProject(id)!;
    }
}
