using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>
/// One <c>dotnet format analyzers</c> is enough: what can be fixed in bulk is fixed, the project builds, and a second run changes nothing.
/// The tests of the package run the tool itself on a project of ten files.
/// </summary>
public sealed class FormatRunTests
{
    /// <summary>The first finding has no fix, one rule speaks of three SDKs, one fix is for two rules, and two files of a namespace would declare the same enum.</summary>
    private static readonly string[] Desk =
    [
        """
            using System.Text.Json;
            using Microsoft.Extensions.AI;
            using OpenAI.Chat;
            using Microsoft.SemanticKernel.ChatCompletion;

            namespace Desk;

            public sealed record Ticket(string Queue, int Days);

            public sealed class Reader(IChatClient chat, ChatClient openAI, IChatCompletionService kernel)
            {
                public async Task<int> NodesAsync(string mail)
                {
                    var response = await chat.GetResponseAsync("Answer with JSON. " + mail);
                    return System.Text.Json.Nodes.JsonNode.Parse(response.Text)!["days"]!.GetValue<int>();
                }

                public async Task<Ticket?> OneAsync(string mail) =>
                    JsonSerializer.Deserialize<Ticket>((await kernel.GetChatMessageContentAsync(mail)).Content!);

                public async Task<Ticket> TwoAsync(string mail)
                {
                    ChatCompletion completion = await openAI.CompleteChatAsync(mail);
                    return JsonSerializer.Deserialize<Ticket>(completion.Content[0].Text)!;
                }

                public async Task<Ticket> ThreeAsync(string mail)
                {
                    var response = await chat.GetResponseAsync(mail);
                    var ticket = JsonSerializer.Deserialize<Ticket>(response.Text)!;
                    return ticket;
                }

                public async Task<string> FourAsync(string mail)
                {
                    var response = await chat.GetResponseAsync($"Respond with JSON of type {nameof(Ticket)}: {mail}");
                    return response.Text;
                }
            }
            """,
        Mood("First"),
        Mood("Second"),
    ];

    [Fact]
    public async Task Samples_are_done_in_one_run()
    {
        foreach (var sample in Directory.EnumerateDirectories(Repository.PathOf("samples")))
        {
            await AssertOneRunAsync(Repository.CSharpFiles(sample).Select(path => (path, File.ReadAllText(path))), null, changes: false);
        }
    }

    [Fact]
    public async Task A_first_finding_without_a_fix_stops_nothing()
    {
        var texts = await AssertOneRunAsync(Numbered(Desk), null);

        Assert.Contains("ResponseFormat = typeof(Ticket)", texts[0], StringComparison.Ordinal);
        Assert.Contains("CreateJsonSchemaFormat(", texts[0], StringComparison.Ordinal);
        Assert.Contains("GetResponseAsync<Ticket>(mail)", texts[0], StringComparison.Ordinal);
        Assert.Contains("GetResponseAsync<Ticket>($", texts[0], StringComparison.Ordinal);
        Assert.Contains("GetResponseAsync<Mood>", texts[1], StringComparison.Ordinal);
        Assert.Contains("GetResponseAsync<Mood>", texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_fix_writes_is_in_the_style_of_the_project()
    {
        const string Style = """
            csharp_prefer_braces = true:warning
            csharp_style_var_elsewhere = false:suggestion
            csharp_new_line_before_open_brace = none
            """;

        var texts = await AssertOneRunAsync(Numbered(Desk), Style);

        Assert.Contains("TryGetResult(out Ticket? ", texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("out var", string.Concat(texts), StringComparison.Ordinal);
        Assert.Contains(")) {\n            throw", string.Concat(texts), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_person_must_decide_is_not_done_in_bulk() =>
        Assert.Equal(
            ["RAG1001", "RAG4001", "RAG6002"],
            RagRules
                .FixTypes.Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)
                .Where(fix => fix.GetFixAllProvider() is null)
                .SelectMany(fix => fix.FixableDiagnosticIds)
                .Order(StringComparer.Ordinal)
        );

    private static string Mood(string name) =>
        $$"""
            using Microsoft.Extensions.AI;

            namespace Desk;

            public sealed class {{name}}(IChatClient chat)
            {
                public async Task<int> MoodAsync(string mail)
                {
                    var response = await chat.GetResponseAsync($"Answer with positive or negative. The mood of {mail}?");
                    var mood = response.Text.Trim();
                    return mood == "positive" ? 1 : mood == "negative" ? -1 : 0;
                }
            }
            """;

    private static IEnumerable<(string Path, string Text)> Numbered(IEnumerable<string> texts) =>
        texts.Select((text, i) => (TestSources.PathOf(i), text));

    private static async Task<ImmutableArray<string>> AssertOneRunAsync(
        IEnumerable<(string Path, string Text)> files,
        string? style,
        bool changes = true
    )
    {
        using var workspace = new AdhocWorkspace();
        var project = FormatRun.Project(workspace, files, style);
        var errors = await ErrorsAsync(project);
        var once = await FormatRun.ApplyAsync(project);
        var texts = await FormatRun.TextsAsync(once);
        Assert.True(!changes || !texts.SequenceEqual(await FormatRun.TextsAsync(project)));
        Assert.Equal(errors, await ErrorsAsync(once));

        Assert.Equal(texts, await FormatRun.TextsAsync(await FormatRun.ApplyAsync(once)));
        return texts;
    }

    private static async Task<ImmutableArray<string>> ErrorsAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        return [.. AnalyzerRun.Errors(compilation!).Select(error => $"{error.Id}: {error.GetMessage()}").Order(StringComparer.Ordinal)];
    }
}
