using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Retrieval;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Rules.Retrieval;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Retrieval;

/// <summary>The fix of RAG5002: the number that decides.</summary>
public sealed class VectorDimensionsMismatchFixTests
{
    private const string Statements = """
        var small = openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator();
        await {|RAG5002:pages.UpsertAsync|}(new Page { Vector = await small.GenerateVectorAsync(text) });
        await foreach (var hit in pages.SearchAsync(await small.GenerateVectorAsync(text), 3)) { }
        """;

    [Fact]
    public Task Attribute() =>
        Verify.FixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(Statements),
            Indexing.Program(Unmarked, types: Indexing.Page384.Replace("384", "1536", StringComparison.Ordinal)),
            setup: new TestSetup { FixIterations = 1 }
        );

    [Fact]
    public Task Definition() =>
        Verify.FixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(Defined("384", "{|RAG5002:opened.UpsertAsync|}")),
            Indexing.Program(Defined("1536", "opened.UpsertAsync"))
        );

    [Theory]
    [InlineData("(Size)")]
    [InlineData("(Page.Size)")]
    public Task A_constant(string size)
    {
        return Verify.FixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(Statements, types: Sized(384)),
            Indexing.Program(Unmarked, types: Sized(1536))
        );

        string Sized(int number) =>
            Indexing.Page384.Replace("(384)", size, StringComparison.Ordinal)[..^1] + $"public const int Size = {number}; }}";
    }

    [Fact]
    public Task A_local_constant() =>
        Verify.FixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program("const int Size = 384;\n" + Defined("(Size)", "{|RAG5002:opened.UpsertAsync|}")),
            Indexing.Program("const int Size = 1536;\n" + Defined("(Size)", "opened.UpsertAsync"))
        );

    [Fact]
    public Task What_is_computed_has_no_fix() =>
        Verify.NoFixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(
                Statements,
                types: Indexing.Page384.Replace("(384)", "(Size)", StringComparison.Ordinal)[..^1] + "public const int Size = 2 * 192; }"
            )
        );

    [Fact]
    public Task Record_in_another_file() =>
        Verify.FixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(Statements, types: " "),
            Indexing.Program(Unmarked, types: " "),
            setup: new TestSetup
            {
                OtherSources = [InFile(Indexing.Page384)],
                OtherSourcesAfterFix = [InFile(Indexing.Page384.Replace("384", "1536", StringComparison.Ordinal))],
            }
        );

    /// <summary>Two models cannot share a number: what is mended for the one is wrong for the other.</summary>
    [Fact]
    public Task Another_model_goes_by_the_number() =>
        Verify.NoFixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(Statements + OfLarge, types: Indexing.Page384.Replace("384", "3072", StringComparison.Ordinal))
        );

    [Fact]
    public Task Another_model_goes_by_the_number_in_another_file() =>
        Verify.NoFixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(Statements, types: " "),
            setup: new TestSetup
            {
                OtherSources =
                [
                    InFile(Indexing.Page384.Replace("384", "3072", StringComparison.Ordinal)),
                    Indexing.Program(OfLarge, types: " ").Replace("class Index(", "class LargeIndex(", StringComparison.Ordinal),
                ],
            }
        );

    /// <summary>The number is changed where it is declared.</summary>
    [Fact]
    public async Task Record_in_another_project()
    {
        using var workspace = new AdhocWorkspace();
        var (records, index) = await ProjectsAsync(workspace, 384);
        var changed = (await FormatRun.ApplyAsync(index)).Solution;

        Assert.Contains(
            await FormatRun.TextsAsync(changed.GetProject(records.Id)!),
            static text => text.Contains("[VectorStoreVector(1536)]", StringComparison.Ordinal)
        );
        Assert.Equal(await FormatRun.TextsAsync(index), await FormatRun.TextsAsync(changed.GetProject(index.Id)!));
        Assert.Empty(await FormatRun.FindAsync(changed.GetProject(index.Id)!, "RAG5002"));
    }

    /// <summary>A third project puts vectors of the declared size into the same record.</summary>
    [Fact]
    public async Task Record_in_another_project_that_a_third_one_goes_by()
    {
        using var workspace = new AdhocWorkspace();
        var (records, index) = await ProjectsAsync(workspace, 3072);
        var large = FormatRun.Project(
            workspace,
            [("/2/LargeIndex.cs", Indexing.Program(OfLarge, types: " "))],
            references: ReferenceSets.Latest
        );
        var solution = index.Solution.AddProject(
            ProjectInfo.Create(
                large.Id,
                VersionStamp.Default,
                "Large",
                "Large",
                LanguageNames.CSharp,
                compilationOptions: large.CompilationOptions,
                parseOptions: large.ParseOptions,
                metadataReferences: large.MetadataReferences,
                projectReferences: [new ProjectReference(records.Id)]
            )
        );
        foreach (var file in large.Documents)
        {
            var text = await file.GetTextAsync(TestContext.Current.CancellationToken);
            solution = solution.AddDocument(DocumentId.CreateNewId(large.Id), file.Name, text, filePath: file.FilePath);
        }

        Assert.Single(await FormatRun.FindAsync(solution.GetProject(index.Id)!, "RAG5002"));
        var changed = (await FormatRun.ApplyAsync(solution.GetProject(index.Id)!)).Solution;

        Assert.Equal(await FormatRun.TextsAsync(records), await FormatRun.TextsAsync(changed.GetProject(records.Id)!));
    }

    /// <summary>A project with a record of so many dimensions, and one that puts vectors of the small model into it.</summary>
    private static async Task<(Project Records, Project Index)> ProjectsAsync(AdhocWorkspace workspace, int dimensions)
    {
        var record = InFile(Indexing.Page384.Replace("384", $"{dimensions}", StringComparison.Ordinal));
        var records = FormatRun.Project(workspace, [("/1/Page.cs", record)]);
        var id = ProjectId.CreateNewId();
        var solution = records.Solution.AddProject(
            ProjectInfo.Create(
                id,
                VersionStamp.Default,
                "Index",
                "Index",
                LanguageNames.CSharp,
                compilationOptions: records.CompilationOptions,
                parseOptions: records.ParseOptions,
                metadataReferences: records.MetadataReferences,
                projectReferences: [new ProjectReference(records.Id)]
            )
        );
        foreach (
            var (path, text) in new[]
            {
                ("/0/Index.cs", Indexing.Program(Unmarked, types: " ")),
                ("/0/Usings.cs", TestSources.ImplicitUsings),
            }
        )
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), text, filePath: path);
        }

        var compilation = await solution.GetProject(id)!.GetCompilationAsync(TestContext.Current.CancellationToken);
        Assert.Empty(
            compilation!.GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity == DiagnosticSeverity.Error)
        );
        return (solution.GetProject(records.Id)!, solution.GetProject(id)!);
    }

    private const string OfLarge = """

        var large = openAI.GetEmbeddingClient("text-embedding-3-large").AsIEmbeddingGenerator();
        await pages.UpsertAsync(new Page { Vector = await large.GenerateVectorAsync(text) });
        """;

    private static string InFile(string type) => "using Microsoft.Extensions.VectorData;\n\n" + type;

    private static string Unmarked =>
        Statements.Replace("{|RAG5002:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

    private static string Defined(string number, string call) =>
        $$"""
            var definition = new VectorStoreCollectionDefinition { Properties = [new VectorStoreVectorProperty("Vector", typeof(ReadOnlyMemory<float>), {{number}})] };
            var opened = store.GetCollection<string, Page>("pages", definition);
            await {{call}}(new Page { Vector = await openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator().GenerateVectorAsync(text) });
            """;
}
