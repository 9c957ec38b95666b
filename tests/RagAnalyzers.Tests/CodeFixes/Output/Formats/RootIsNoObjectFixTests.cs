using RagAnalyzers.CodeFixes.Output.Formats;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Formats;

/// <summary>Each way has tests under its name; these are of a file that needs both, and of what can be chosen.</summary>
public sealed class RootIsNoObjectFixTests
{
    private const string Typed = """
        var options = new ChatOptions { ResponseFormat = {|RAG2007:ChatResponseFormat.ForJsonSchema<List<Song>>|}(), Temperature = 0 };
        var response = await chat.GetResponseAsync(question, options);
        Use(JsonSerializer.Deserialize<List<Song>>(response.Text)!);
        """;

    private const string Record = "\n    private sealed record SongList([property: JsonPropertyName(\"items\")] List<Song> Items);\n";

    /// <summary>The verifier fixes one finding after another, and with Fix All in the document, the project and the solution.</summary>
    [Fact]
    public Task A_file_is_fixed_at_once_as_place_by_place() =>
        FixAsync(
            Typed
                + """

                var settings = new OpenAIPromptExecutionSettings { ResponseFormat = {|RAG2007:typeof(List<Song>)|} };
                var answer = await completion.GetChatMessageContentAsync(question, settings);
                Use(JsonSerializer.Deserialize<List<Song>>(answer.Content!)!);
                """,
            """
            var options = new ChatOptions { Temperature = 0 };
            var response = await chat.GetResponseAsync<List<Song>>(question, options);
            if (!response.TryGetResult(out var result))
                throw new InvalidOperationException($"The model gave no 'List<Song>': {response.FinishReason}.");
            Use(result);
            var settings = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(SongList) };
            var answer = await completion.GetChatMessageContentAsync(question, settings);
            Use(JsonSerializer.Deserialize<SongList>(answer.Content!)!.Items);
            """
        );

    [Fact]
    public Task The_record_can_be_chosen_where_the_call_can_be_typed() =>
        FixAsync(
            Typed,
            """
            var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<SongList>(), Temperature = 0 };
            var response = await chat.GetResponseAsync(question, options);
            Use(JsonSerializer.Deserialize<SongList>(response.Text)!.Items);
            """,
            new TestSetup { CodeActionEquivalenceKey = "RootIsNoObjectFix.WrapRootFix" }
        );

    private static Task FixAsync(string before, string after, TestSetup? setup = null) =>
        Verify.FixAsync<SchemaRootIsNoObject, RootIsNoObjectFix>(
            Source(before),
            Source(after, Record, "\nusing System.Text.Json.Serialization;"),
            setup: setup
        );

    private static string Source(string statements, string members = "", string usings = "") =>
        $$"""
            using System.Text.Json;{{usings}}
            using Microsoft.Extensions.AI;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public class Songs(IChatClient chat, IChatCompletionService completion)
            {
                public async Task AskAsync(string question)
                {
                    {{statements.ReplaceLineEndings("\n").Replace("\n", "\n        ")}}
                }

                private static void Use(object? value) => Console.WriteLine(value);
            {{members}}}

            public record Song(string Title, int Year);

            """;
}
