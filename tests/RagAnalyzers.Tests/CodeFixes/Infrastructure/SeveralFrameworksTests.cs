using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Suites;

namespace RagAnalyzers.Tests.CodeFixes.Infrastructure;

/// <summary>A project for several frameworks is several projects of the same files: a fix sees one caller as one, and changes the files everywhere.</summary>
public sealed class SeveralFrameworksTests
{
    private const string Desk = """
        using System.Text.Json;

        public sealed record Verdict(bool IsUrgent);

        internal sealed class Desk(Gateway gateway)
        {
            public async Task<Verdict?> JudgeAsync(string ticket) => JsonSerializer.Deserialize<Verdict>(await gateway.AskAsync(ticket));
        }
        """;

    private const string Gateway = """
        using Microsoft.Extensions.AI;

        internal sealed class Gateway(IChatClient client)
        {
            public async Task<string> AskAsync(string ticket) => (await client.GetResponseAsync(ticket)).Text;
        }
        """;

    [Fact]
    public async Task A_call_in_another_file()
    {
        using var workspace = new AdhocWorkspace();
        var project = FormatRun.Project(workspace, [("/0/Desk.cs", Desk), ("/0/Gateway.cs", Gateway)]);
        var twin = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Project (other)",
            "Project",
            LanguageNames.CSharp,
            compilationOptions: project.CompilationOptions,
            parseOptions: project.ParseOptions,
            metadataReferences: project.MetadataReferences
        );
        var solution = project.Solution.AddProject(twin);
        foreach (var document in project.Documents)
        {
            var text = await document.GetTextAsync(TestContext.Current.CancellationToken);
            solution = solution.AddDocument(DocumentId.CreateNewId(twin.Id), document.Name, text, filePath: document.FilePath);
        }

        var changed = (await FormatRun.ApplyAsync(solution.GetProject(project.Id)!)).Solution;

        var texts = await FormatRun.TextsAsync(changed.GetProject(project.Id)!);
        Assert.Contains(texts, static text => text.Contains("ForJsonSchema<Verdict>", StringComparison.Ordinal));
        Assert.Contains(texts, static text => text.Contains("catch (JsonException", StringComparison.Ordinal));
        Assert.Equal(texts, await FormatRun.TextsAsync(changed.GetProject(twin.Id)!));
    }
}
