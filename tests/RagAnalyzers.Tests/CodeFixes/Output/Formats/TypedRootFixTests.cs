using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.CodeFixes.Output.Formats;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Formats;

/// <summary>RAG2007 of Microsoft.Extensions.AI: the typed call, which wraps what is no object by itself.</summary>
public sealed class TypedRootFixTests
{
    [Theory]
    [InlineData("ForJsonSchema<List<Song>>|}()", "List<Song>")]
    [InlineData("ForJsonSchema|}(typeof(Song[]))", "Song[]")]
    [InlineData("ForJsonSchema<string[]>|}(schemaName: \"titles\", schemaDescription: \"Titles.\")", "string[]")]
    [InlineData("ForJsonSchema<int>|}()", "int")]
    [InlineData("ForJsonSchema<bool>|}()", "bool")]
    [InlineData("ForJsonSchema|}(typeof(string))", "string")]
    [InlineData("ForJsonSchema<Mood>|}()", "Mood")]
    public Task Type(string factory, string type) =>
        FixAsync(
            $$"""
            var options = new ChatOptions { ResponseFormat = {|RAG2007:ChatResponseFormat.{{factory}}, Temperature = 0 };
            var response = await chat.GetResponseAsync(question, options); // asks
            Use(JsonSerializer.Deserialize<{{type}}>(response.Text)!);
            """,
            $$"""
            var options = new ChatOptions { Temperature = 0 };
            var response = await chat.GetResponseAsync<{{type}}>(question, options); // asks
            Use(response.Result);
            """
        );

    [Theory]
    [InlineData("Use(JsonSerializer.Deserialize<List<Song>>(response.Text, JsonSerializerOptions.Web));", "Use(response.Result);")]
    [InlineData(
        "Console.WriteLine(response.Usage);\nUse(JsonSerializer.Deserialize<List<Song>>(response.Text));",
        "Console.WriteLine(response.Usage);\nUse(response.Result);"
    )]
    [InlineData("Use(JsonSerializer.Deserialize<Song[]>(response.Text)!.Length);", "Use(response.Result.Length);", "Song[]")]
    [InlineData(
        "Use(JsonSerializer.Deserialize<List<Song>>(response.Text) ?? []);",
        "Use(response.TryGetResult(out var items) ? items : []);"
    )]
    [InlineData("Use((List<Song>?)JsonSerializer.Deserialize(response.Text, typeof(List<Song>)));", "Use((List<Song>?)response.Result);")]
    [InlineData("Use(Newtonsoft.Json.JsonConvert.DeserializeObject<List<Song>>(response.Text));", "Use(response.Result);")]
    [InlineData(
        "foreach (var song in JsonSerializer.Deserialize<List<Song>>(response.Text)!)\n    Use(song); // each",
        "foreach (var song in response.Result)\n    Use(song); // each"
    )]
    [InlineData("var text = response.Text.Trim();\nUse(JsonSerializer.Deserialize<List<Song>>(text));", "Use(response.Result);")]
    [InlineData(
        "try\n{\n    Use(JsonSerializer.Deserialize<List<Song>>(response.Text));\n}\ncatch (JsonException)\n{\n    Use(null);\n}",
        "try\n{\n    Use(response.TryGetResult(out var items) ? items : throw new JsonException(\"The answer is no List<Song>.\"));\n}\ncatch (JsonException)\n{\n    Use(null);\n}"
    )]
    public Task Parse(string before, string after, string type = "List<Song>") =>
        FixAsync(
            $$"""
            var options = new ChatOptions { Temperature = 0 };
            options.ResponseFormat = {|RAG2007:ChatResponseFormat.ForJsonSchema<List<Song>>|}();
            var response = await chat.GetResponseAsync(question, options);
            {{before}}
            """,
            $$"""
            var options = new ChatOptions { Temperature = 0 };
            var response = await chat.GetResponseAsync<{{type}}>(question, options);
            {{after}}
            """
        );

    [Fact]
    public Task Format_of_its_own_and_options_in_the_call()
    {
        Language.IsCSharp13();
        return FixAsync(
            """
            var format = {|RAG2007:ChatResponseFormat.ForJsonSchema|}(typeof(Song[]), schemaName: "songs");
            ChatResponse response = await chat.GetResponseAsync([new(ChatRole.User, question)], new ChatOptions { Temperature = 0, ResponseFormat = format }, CancellationToken.None);
            Use(JsonSerializer.Deserialize<Song[]>(response.Text)!);
            """,
            """
            ChatResponse<Song[]> response = await chat.GetResponseAsync<Song[]>([new(ChatRole.User, question)], new ChatOptions { Temperature = 0 }, cancellationToken: CancellationToken.None);
            Use(response.Result);
            """
        );
    }

    [Fact]
    public Task Fix_all() =>
        FixAsync(
            """
            var one = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = {|RAG2007:ChatResponseFormat.ForJsonSchema<Song[]>|}() });
            Use(JsonSerializer.Deserialize<Song[]>(one.Text));
            var two = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = {|RAG2007:ChatResponseFormat.ForJsonSchema<int>|}() });
            Use(JsonSerializer.Deserialize<int>(two.Text));
            """,
            """
            var one = await chat.GetResponseAsync<Song[]>(question, new ChatOptions());
            Use(one.Result);
            var two = await chat.GetResponseAsync<int>(question, new ChatOptions());
            Use(two.Result);
            """
        );

    // The text of a typed response is the wrapped JSON, and the result is of one type.
    [Theory]
    [InlineData("Use(response.Text);")]
    [InlineData("Use(JsonDocument.Parse(response.Text).RootElement.EnumerateArray());")]
    [InlineData("Use(JsonSerializer.Deserialize<Song>(response.Text));")]
    [InlineData("Use(JsonSerializer.Deserialize<List<string>>(response.Text));")]
    [InlineData("Use(JsonSerializer.Deserialize<Song[]>(response.Text)); Use(JsonSerializer.Deserialize<List<Song>>(response.Text));")]
    [InlineData("Use(JsonSerializer.Deserialize<Song[]>(response.Text)); Use((await chat.GetResponseAsync(question, options)).Text);")]
    [InlineData("Use(JsonSerializer.Deserialize<Song[]>(response.Text)); Console.WriteLine(response.Text);")]
    [InlineData("Use(JsonSerializer.Deserialize<Song[]>(response.Text)); Use(response);")]
    [InlineData("Use(JsonSerializer.Deserialize<Song[]>(response.Text)); Use(response.Messages[0].Text);")]
    [InlineData("var text = response.Text; Use(text); Use(JsonSerializer.Deserialize<Song[]>(text));")]
    public Task Not_offered(string use) =>
        Verify.NoFixAsync<SchemaRootIsNoObject, Only<TypedRootFix>>(
            Source(
                $$"""
                var options = new ChatOptions { ResponseFormat = {|RAG2007:ChatResponseFormat.ForJsonSchema<Song[]>|}() };
                var response = await chat.GetResponseAsync(question, options);
                {{use}}
                """
            )
        );

    [Fact]
    public Task Not_offered_where_another_format_may_be_set() =>
        Verify.NoFixAsync<SchemaRootIsNoObject, Only<TypedRootFix>>(
            Source(
                """
                var options = new ChatOptions { ResponseFormat = {|RAG2007:ChatResponseFormat.ForJsonSchema<Song[]>|}() };
                if (question.Length > 100)
                    options.ResponseFormat = ChatResponseFormat.Json;
                var response = await chat.GetResponseAsync(question, options);
                Use(JsonSerializer.Deserialize<Song[]>(response.Text));
                """
            )
        );

    [Fact]
    public Task Not_offered_for_a_streamed_answer() =>
        Verify.NoFixAsync<SchemaRootIsNoObject, Only<TypedRootFix>>(
            Source(
                """
                var options = new ChatOptions { ResponseFormat = {|RAG2007:ChatResponseFormat.ForJsonSchema<Song[]>|}() };
                var text = "";
                await foreach (var update in chat.GetStreamingResponseAsync(question, options))
                    text += update.Text;
                Use(JsonSerializer.Deserialize<Song[]>(text));
                """
            )
        );

    [Fact]
    public Task Not_offered_for_another_sdk() =>
        Verify.NoFixAsync<SchemaRootIsNoObject, Only<TypedRootFix>>(
            Source(
                """
                var settings = new OpenAIPromptExecutionSettings { ResponseFormat = {|RAG2007:typeof(Song[])|} };
                var answer = await completion.GetChatMessageContentAsync(question, settings);
                Use(JsonSerializer.Deserialize<Song[]>(answer.Content!));
                """
            )
        );

    private static async Task FixAsync(string before, string after)
    {
        await Verify.FixAsync<SchemaRootIsNoObject, RootIsNoObjectFix>(Source(before), Source(after));

        // No format is left for a typed call to overwrite.
        DiagnosticAnalyzer[] rules = [new SchemaRootIsNoObject(), new FormatOverwrittenByTypedCall()];
        var left = await AnalyzerRun.DiagnosticsAsync([.. rules], [Source(after)], ReferenceSets.Latest);
        Assert.Empty(left.Select(finding => finding.ToString()));
    }

    private static string Source(string statements) =>
        $$"""
            using System.Text.Json;
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
            }

            public record Song(string Title, int Year);
            public enum Mood { Calm, Loud }

            """;
}
