namespace RagAnalyzers.PackageTests;

/// <summary>A language server loads a project with the package: findings arrive, follow an edit in another file, and go.</summary>
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

    [Theory]
    [InlineData("")]
    [InlineData("<IsTestProject>true</IsTestProject>")]
    public async Task Findings_arrive_follow_an_edit_in_another_file_and_go(string properties)
    {
        var consumer = package.CreateConsumer("editor" + properties.Length);
        consumer.AddProject("Labels", Labels, ["Microsoft.Extensions.AI"], properties);
        consumer.AddFile("Labels/Formats.cs", WithoutFormat);
        var (exitCode, output) = await consumer.RunAsync("restore", "Labels");
        Assert.True(exitCode == 0, output);
        string[] finding = ["12: RAG2002"];

        await using var server = await consumer.StartLanguageServerAsync();
        var (labels, formats) = (consumer.PathOf("Labels/Labels.cs"), consumer.PathOf("Labels/Formats.cs"));
        await server.OpenAsync(labels);
        await server.OpenAsync(formats);

        Assert.Equal(finding, await server.WaitForFindingsAsync(labels, finding));
        await server.ChangeAsync(formats, WithFormat);
        Assert.DoesNotContain(finding[0], await server.WaitForFindingsAsync(labels, "13: RAG2011"));
        await server.ChangeAsync(formats, WithoutFormat);
        Assert.Equal(finding, await server.WaitForFindingsAsync(labels, finding));
    }
}
