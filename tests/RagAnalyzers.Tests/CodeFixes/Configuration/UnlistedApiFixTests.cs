using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Configuration;
using RagAnalyzers.Rules.Configuration;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Configuration;

/// <summary>RAG0004's fix changes no source; it is applied to a solution of several projects that have one table.</summary>
public sealed class UnlistedApiFixTests
{
    private const string Root = "/solution";

    private const string Answers = """
        using Microsoft.Extensions.AI;

        namespace Contoso;

        public sealed class Answers(IChatClient client)
        {
            public async Task<string> AskAsync(string question) => (await client.GetResponseAsync(question)).Text;

            public async Task<string> TitleAsync(string text) => (await client.GetResponseAsync("A title for: " + text)).Text;
        }
        """;

    private const string Desk = """
        using Microsoft.Extensions.AI;

        namespace Contoso;

        public sealed class Desk(IChatClient client)
        {
            public async Task<string> ReplyAsync(string letter) => (await client.GetResponseAsync<int>(letter)).Text;
        }
        """;

    private const string AskLine = "Contoso.Answers.AskAsync(string) = model-call prompt=question contract=none\n";
    private const string TitleLine = "Contoso.Answers.TitleAsync(string) = model-call prompt=text contract=none\n";
    private const string ReplyLine = "Contoso.Desk.ReplyAsync(string) = model-call prompt=letter contract=schema\n";

    [Fact]
    public async Task One_line() => Assert.Equal(["# Ours\n" + AskLine, "# Ours\n" + AskLine], await FixedAsync("# Ours\n", scope: null));

    [Fact]
    public async Task A_project() =>
        Assert.Equal(
            ["# Ours\n" + AskLine + TitleLine, "# Ours\n" + AskLine + TitleLine],
            await FixedAsync("# Ours\n", FixAllScope.Project)
        );

    [Fact]
    public async Task A_solution_once()
    {
        var tables = await FixedAsync("Contoso.Zoo = answer   # theirs\n", FixAllScope.Solution);
        Assert.Equal([AskLine + TitleLine + ReplyLine + "Contoso.Zoo = answer   # theirs\n", tables[0]], tables);
    }

    /// <summary>That the desk hands on an answer shows only once the answers are in the table.</summary>
    [Fact]
    public async Task Layers_upon_layers_in_one_go()
    {
        var solution = Solution("");
        var (lower, upper) = (solution.ProjectIds[0], solution.ProjectIds[1]);
        var desk = solution.GetProject(upper)!.Documents.First(d => d.Name == "Code.cs");
        solution = solution
            .AddProjectReference(upper, new ProjectReference(lower))
            .WithDocumentText(
                desk.Id,
                SourceText.From(
                    "namespace Contoso; public sealed class Desk(Answers answers) { public Task<string> ReplyAsync(string letter) => answers.AskAsync(letter); }"
                )
            );
        var changed = await AppliedAsync(solution, FixAllScope.Solution);
        var text = await changed.GetProject(upper)!.AdditionalDocuments.Single().GetTextAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith("\n" + AskLine + TitleLine + ReplyLine.Replace("schema", "none"), text.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What a tool is called, or has said, is no answer.</summary>
    [Theory]
    [InlineData(
        "if (update.Role == AuthorRole.Tool) { yield return new Update { Tool = update.Content }; } else { yield return new Update { Text = update.Content }; }"
    )]
    [InlineData(
        "if (update.Role != AuthorRole.Tool) { yield return new Update { Text = update.Content }; continue; } yield return new Update { Tool = update.Content };"
    )]
    public async Task Members_that_are_an_answer(string statements)
    {
        var solution = Solution("");
        var answers = solution.GetProject(solution.ProjectIds[0])!.Documents.First(d => d.Name == "Code.cs");
        solution = solution.WithDocumentText(
            answers.Id,
            SourceText.From(
                $$"""
                using Microsoft.SemanticKernel;
                using Microsoft.SemanticKernel.ChatCompletion;

                namespace Contoso;

                public sealed class Update { public string? Text { get; set; } public string? Tool { get; set; } }

                public sealed class Answers(IChatCompletionService chat)
                {
                    public async IAsyncEnumerable<Update> AskAsync(string question)
                    {
                        await foreach (var update in chat.GetStreamingChatMessageContentsAsync(question))
                        {
                            {{statements}}
                        }
                    }
                }
                """
            )
        );
        var changed = await AppliedAsync(solution, FixAllScope.Project);
        var text = await changed
            .GetProject(solution.ProjectIds[0])!
            .AdditionalDocuments.Single()
            .GetTextAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Contoso.Update.Text = ", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Update.Tool", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_are_no_longer_true_are_replaced()
    {
        var tables = await FixedAsync(
            "M:Contoso.Answers.AskAsync(System.String) = retrieval\r\n# The desk\r\nContoso.Desk.ReplyAsync(string) = model-call contract=none # mind\r\n",
            FixAllScope.Solution
        );
        Assert.Equal("# The desk\r\n" + (AskLine + TitleLine + ReplyLine).Replace("\n", "\r\n").TrimEnd() + " # mind\r\n", tables[0]);
    }

    [Fact]
    public async Task A_file_is_made_where_there_is_none()
    {
        var tables = await FixedAsync(null, FixAllScope.Solution);
        Assert.Equal(2, tables.Length);
        Assert.All(tables, t => Assert.EndsWith("(RagAnalyzers).\n" + AskLine + TitleLine + ReplyLine, t, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_written_holds_and_is_all()
    {
        var solution = await AppliedAsync(Solution(""), FixAllScope.Solution);
        foreach (var project in solution.Projects)
        {
            Assert.Empty(await DiagnosticsAsync(project, new UnlistedApi(), new InvalidApiLine()));
        }
    }

    private static async Task<string[]> FixedAsync(string? table, FixAllScope? scope)
    {
        var solution = await AppliedAsync(Solution(table), scope);
        var texts = new List<string>();
        foreach (var document in solution.Projects.SelectMany(p => p.AdditionalDocuments))
        {
            Assert.Equal(Root + "/RagAnalyzers.Apis.txt", document.FilePath);
            texts.Add((await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        }

        return [.. texts];
    }

    private static Solution Solution(string? table)
    {
        var workspace = new AdhocWorkspace();
        var solution = workspace.CurrentSolution.AddProject(ProjectInfo(workspace, "A")).AddProject(ProjectInfo(workspace, "B"));
        foreach (var (project, source) in solution.ProjectIds.Zip([Answers, Desk]))
        {
            solution = solution
                .AddDocument(DocumentId.CreateNewId(project), "Code.cs", source)
                .AddDocument(DocumentId.CreateNewId(project), "Usings.cs", TestSources.ImplicitUsings);
            if (table is not null)
            {
                solution = solution.AddAdditionalDocument(
                    DocumentId.CreateNewId(project),
                    "RagAnalyzers.Apis.txt",
                    SourceText.From(table),
                    filePath: Root + "/RagAnalyzers.Apis.txt"
                );
            }
            else
            {
                solution = solution.AddAnalyzerConfigDocument(
                    DocumentId.CreateNewId(project),
                    ".globalconfig",
                    SourceText.From("is_global = true\nrag_analyzers.list_apis = true"),
                    filePath: Root + "/.globalconfig"
                );
            }
        }

        return solution;
    }

    private static ProjectInfo ProjectInfo(AdhocWorkspace workspace, string name) =>
        Microsoft.CodeAnalysis.ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            name,
            name,
            LanguageNames.CSharp,
            filePath: $"{Root}/{name}.csproj",
            parseOptions: TestSources.ParseOptions,
            compilationOptions: TestSources.CompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            metadataReferences: ReferenceSets.Latest
        );

    private static async Task<Solution> AppliedAsync(Solution solution, FixAllScope? scope)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var fix = new UnlistedApiFix();
        var project = solution.Projects.First();
        var first = (await DiagnosticsAsync(project, new UnlistedApi())).OrderBy(d => d.Location.SourceSpan.Start).First();
        var document = solution.GetDocument(first.Location.SourceTree)!;
        CodeAction? action = null;
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, first, (offered, _) => action ??= offered, cancellation));
        if (scope is { } all)
        {
            action = await fix.GetFixAllProvider()
                .GetFixAsync(new FixAllContext(document, fix, all, action!.EquivalenceKey, [first.Id], new Provider(), cancellation));
        }

        var operations = await action!.GetOperationsAsync(cancellation);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(Project project, params DiagnosticAnalyzer[] analyzers)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        Assert.Empty(AnalyzerRun.Errors(compilation!));
        return await compilation!
            .WithAnalyzers([.. analyzers], project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Provider : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            DiagnosticsAsync(project, new UnlistedApi());

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document,
            CancellationToken cancellationToken
        ) => await DiagnosticsAsync(document.Project, new UnlistedApi());

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project,
            CancellationToken cancellationToken
        ) => [];
    }
}
