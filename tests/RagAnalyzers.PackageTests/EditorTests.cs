namespace RagAnalyzers.PackageTests;

/// <summary>
/// A language server loads a project with the package: findings arrive, follow an edit in another file, and go. It takes its time, so it runs in CI
/// and when it is asked for (<c>--explicit only</c>).
/// </summary>
public sealed class EditorTests(PackedPackage package)
{
    private const string Labels = """
        using System.Text.Json;
        using Microsoft.Extensions.AI;

        namespace Consumer;

        public sealed record Label(string Name);

        public sealed class Labels(IChatClient chat)
        {
            public async Task<Label?> AskAsync(string ticket)
            {
                var response = await chat.GetResponseAsync($"Label this as JSON: {ticket}", Formats.Create()); // RAG2002
                return JsonSerializer.Deserialize<Label>(response.Text, JsonSerializerOptions.Web);
            }
        }
        """;

    private const string WithFormat = """
        using Microsoft.Extensions.AI;

        namespace Consumer;

        internal static class Formats
        {
            public static ChatOptions Create() => new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Label>() };
        }
        """;

    private const string WithoutFormat = """
        using Microsoft.Extensions.AI;

        namespace Consumer;

        internal static class Formats
        {
            public static ChatOptions Create() => new() { MaxOutputTokens = 200 };
        }
        """;

    [Fact(Explicit = true)]
    public async Task Findings_arrive_follow_an_edit_in_another_file_and_go()
    {
        var consumer = package.CreateConsumer("editor");
        consumer.AddProject("Labels", Labels, ["Microsoft.Extensions.AI"]);
        consumer.AddFile("Labels/Formats.cs", WithoutFormat);
        consumer.AddProject("Tests", Labels, ["Microsoft.Extensions.AI"], "<IsTestProject>true</IsTestProject>");
        consumer.AddFile("Tests/Formats.cs", WithFormat);
        foreach (var project in (string[])["Labels", "Tests"])
        {
            var (exitCode, output) = await consumer.RunAsync("restore", project);
            Assert.True(exitCode == 0, output);
        }

        await using var server = await consumer.StartLanguageServerAsync();
        foreach (var (project, isRightAtFirst) in ((string, bool)[])[("Labels", false), ("Tests", true)])
        {
            var (labels, formats) = (consumer.PathOf($"{project}/{project}.cs"), consumer.PathOf($"{project}/Formats.cs"));
            await server.OpenAsync(labels);
            await server.OpenAsync(formats);

            Assert.Equal(Said(isRightAtFirst), await server.WaitForFindingsAsync(labels, Said(isRightAtFirst)));
            await server.ChangeAsync(formats, isRightAtFirst ? WithoutFormat : WithFormat);
            Assert.Equal(Said(!isRightAtFirst), await server.WaitForFindingsAsync(labels, Said(!isRightAtFirst)));
            await server.ChangeAsync(formats, isRightAtFirst ? WithFormat : WithoutFormat);
            Assert.Equal(Said(isRightAtFirst), await server.WaitForFindingsAsync(labels, Said(isRightAtFirst)));
        }
    }

    // Under a schema the answer may still be none, and nothing handles that.
    private static string[] Said(bool isRight) => isRight ? ["13: RAG2011"] : ["12: RAG2002"];
}
