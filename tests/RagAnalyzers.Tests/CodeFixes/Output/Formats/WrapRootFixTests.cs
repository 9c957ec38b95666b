using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.CodeFixes.Output.Formats;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Formats;

/// <summary>RAG2007: a record wraps what is no object, and the parses take it out again.</summary>
public sealed class WrapRootFixTests
{
    [Theory]
    [InlineData("Song[]", "SongList", "Items")]
    [InlineData("List<Song>", "SongList", "Items")]
    [InlineData("IReadOnlyList<string>", "StringList", "Items")]
    [InlineData("Dictionary<string, Song>", "SongMap", "Entries")]
    [InlineData("Song[][]", "SongListList", "Items")]
    public Task Semantic_Kernel(string type, string wrapper, string property) =>
        FixAsync(
            $$"""
            var settings = new OpenAIPromptExecutionSettings { ResponseFormat = {|RAG2007:typeof({{type}})|}, Temperature = 0 };
            var answer = await completion.GetChatMessageContentAsync(question, settings); // asks
            Use(JsonSerializer.Deserialize<{{type}}>(answer.Content!)!);
            """,
            $$"""
            var settings = new OpenAIPromptExecutionSettings { ResponseFormat = typeof({{wrapper}}), Temperature = 0 };
            var answer = await completion.GetChatMessageContentAsync(question, settings); // asks
            Use(JsonSerializer.Deserialize<{{wrapper}}>(answer.Content!)!.{{property}});
            """,
            $"{type} {property}",
            wrapper
        );

    [Theory]
    [InlineData(
        "Use(JsonSerializer.Deserialize<List<Song>>(response.Text, JsonSerializerOptions.Web));",
        "Use(JsonSerializer.Deserialize<SongList>(response.Text, JsonSerializerOptions.Web)?.Items);"
    )]
    [InlineData(
        "Use(JsonSerializer.Deserialize<List<Song>>(response.Text) ?? []);",
        "Use(JsonSerializer.Deserialize<SongList>(response.Text)?.Items ?? []);"
    )]
    [InlineData(
        "Use(JsonSerializer.Deserialize<List<Song>>(response.Text)!.Count);",
        "Use(JsonSerializer.Deserialize<SongList>(response.Text)!.Items.Count);"
    )]
    [InlineData(
        "Use(Newtonsoft.Json.JsonConvert.DeserializeObject<List<Song>>(response.Text));",
        "Use(Newtonsoft.Json.JsonConvert.DeserializeObject<SongList>(response.Text)?.Items);"
    )]
    [InlineData(
        "List<Song>? songs = JsonSerializer.Deserialize<List<Song>>(response.Text); // may be null\n        Use(songs);",
        "List<Song>? songs = JsonSerializer.Deserialize<SongList>(response.Text)?.Items; // may be null\n        Use(songs);"
    )]
    public Task Form_of_the_parse(string before, string after) =>
        FixAsync(
            $$"""
            var options = new ChatOptions { ResponseFormat = {|RAG2007:ChatResponseFormat.ForJsonSchema<List<Song>>|}() };
            var response = await chat.GetResponseAsync(question, options);
            {{before}}
            """,
            $$"""
            var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<SongList>() };
            var response = await chat.GetResponseAsync(question, options);
            {{after}}
            """,
            "List<Song> Items",
            "SongList"
        );

    [Theory]
    [InlineData("int", "Int32Value")]
    [InlineData("bool", "BooleanValue")]
    [InlineData("Mood", "MoodValue")]
    public Task Value(string type, string wrapper) =>
        FixAsync(
            $$"""
            var format = {|RAG2007:ChatResponseFormat.ForJsonSchema|}(typeof({{type}}), schemaName: "answer");
            var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = format });
            Use(JsonSerializer.Deserialize<{{type}}>(response.Text));
            """,
            $$"""
            var format = ChatResponseFormat.ForJsonSchema(typeof({{wrapper}}), schemaName: "answer");
            var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = format });
            Use(JsonSerializer.Deserialize<{{wrapper}}>(response.Text)!.Value);
            """,
            $"{type} Value",
            wrapper
        );

    [Fact]
    public Task Two_parses_and_a_name_that_is_taken() =>
        FixAsync(
            """
            const string SongList = "";
            var response = await chat.GetResponseAsync(question + SongList, new ChatOptions { ResponseFormat = {|RAG2007:ChatResponseFormat.ForJsonSchema<Song[]>|}() });
            Use(question.Length > 9 ? JsonSerializer.Deserialize<Song[]>(response.Text) : JsonSerializer.Deserialize<Song[]>(response.Text.Trim()));
            """,
            """
            const string SongList = "";
            var response = await chat.GetResponseAsync(question + SongList, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<SongList2>() });
            Use(question.Length > 9 ? JsonSerializer.Deserialize<SongList2>(response.Text)?.Items : JsonSerializer.Deserialize<SongList2>(response.Text.Trim())?.Items);
            """,
            "Song[] Items",
            "SongList2"
        );

    [Fact]
    public Task Schema_text_on_one_line_that_has_no_room_for_more() =>
        FixAsync(
            """"
            var options = new OpenAI.Chat.ChatCompletionOptions
            {
                ResponseFormat = {|RAG2007:OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat|}(
                    "songs", BinaryData.FromString("""{ "type": "array", "items": { "type": "string" } }"""), jsonSchemaIsStrict: true),
            };
            var completion = await client.CompleteChatAsync([new OpenAI.Chat.UserChatMessage(question)], options);
            Use(JsonSerializer.Deserialize<string[]>(completion.Value.Content[0].Text)!);
            """",
            """"
            var options = new OpenAI.Chat.ChatCompletionOptions
            {
                ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(
                    "songs", BinaryData.FromString("""
                        {
                          "type": "object",
                          "properties": {
                            "items": { "type": "array", "items": { "type": "string" } }
                          },
                          "required": ["items"],
                          "additionalProperties": false
                        }
                        """), jsonSchemaIsStrict: true),
            };
            var completion = await client.CompleteChatAsync([new OpenAI.Chat.UserChatMessage(question)], options);
            Use(JsonSerializer.Deserialize<StringList>(completion.Value.Content[0].Text)!.Items);
            """",
            "string[] Items",
            "StringList"
        );

    [Fact]
    public Task Schema_text_on_lines() =>
        FixAsync(
            """"
            var options = new OpenAI.Chat.ChatCompletionOptions
            {
                ResponseFormat = {|RAG2007:OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat|}("songs", BinaryData.FromBytes("""
                    {
                      "type": "array",

                      "items": {
                        "type": "string"
                      }
                    }
                    """u8.ToArray())),
            };
            var completion = await client.CompleteChatAsync([new OpenAI.Chat.UserChatMessage(question)], options);
            Use(JsonSerializer.Deserialize<string[]>(completion.Value.Content[0].Text)!);
            """",
            """"
            var options = new OpenAI.Chat.ChatCompletionOptions
            {
                ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat("songs", BinaryData.FromBytes("""
                    {
                      "type": "object",
                      "properties": {
                        "items": {
                          "type": "array",

                          "items": {
                            "type": "string"
                          }
                        }
                      },
                      "required": ["items"],
                      "additionalProperties": false
                    }
                    """u8.ToArray())),
            };
            var completion = await client.CompleteChatAsync([new OpenAI.Chat.UserChatMessage(question)], options);
            Use(JsonSerializer.Deserialize<StringList>(completion.Value.Content[0].Text)!.Items);
            """",
            "string[] Items",
            "StringList"
        );

    [Fact]
    public Task Top_level_statements() =>
        Verify.FixAsync<SchemaRootIsNoObject, Only<WrapRootFix>>(
            """
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            IChatClient chat = null!;
            var options = new ChatOptions { ResponseFormat = {|RAG2007:ChatResponseFormat.ForJsonSchema<string[]>|}() };
            var response = await chat.GetResponseAsync("Name some songs.", options);
            Console.WriteLine(JsonSerializer.Deserialize<string[]>(response.Text)!.Length);

            """,
            """
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using Microsoft.Extensions.AI;

            IChatClient chat = null!;
            var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<StringList>() };
            var response = await chat.GetResponseAsync("Name some songs.", options);
            Console.WriteLine(JsonSerializer.Deserialize<StringList>(response.Text)!.Items.Length);

            internal sealed record StringList([property: JsonPropertyName("items")] string[] Items);

            """
        );

    [Theory]
    [InlineData(LanguageVersion.CSharp8, "#nullable enable", "!", " = null!;")]
    [InlineData(LanguageVersion.CSharp8, "#nullable disable", "", "")]
    [InlineData(LanguageVersion.CSharp7_3, "// No records.", "", "")]
    public Task A_class_where_there_are_no_records(LanguageVersion version, string nullable, string certain, string filled) =>
        Verify.FixAsync<SchemaRootIsNoObject, Only<WrapRootFix>>(
            $$"""
            {{nullable}}
            using System.Collections.Generic;
            using System.Text.Json;
            using System.Threading.Tasks;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public class Finder
            {
                public static async Task<int> CountAsync(IChatCompletionService service, string question)
                {
                    var settings = new OpenAIPromptExecutionSettings { ResponseFormat = {|RAG2007:typeof(List<string>)|} };
                    var answer = await service.GetChatMessageContentAsync(question, settings);
                    return JsonSerializer.Deserialize<List<string>>(answer.Content{{certain}}){{certain}}.Count;
                }
            }
            """,
            $$"""
            {{nullable}}
            using System.Collections.Generic;
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using System.Threading.Tasks;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public class Finder
            {
                public static async Task<int> CountAsync(IChatCompletionService service, string question)
                {
                    var settings = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(StringList) };
                    var answer = await service.GetChatMessageContentAsync(question, settings);
                    return JsonSerializer.Deserialize<StringList>(answer.Content{{certain}}){{certain}}.Items.Count;
                }

                private sealed class StringList
                {
                    [JsonPropertyName("items")]
                    public List<string> Items { get; set; }{{filled}}
                }
            }
            """,
            setup: new TestSetup { LanguageVersion = version }
        );

    [Fact]
    public Task Fix_all() =>
        Verify.FixAsync<SchemaRootIsNoObject, Only<WrapRootFix>>(
            Source(
                Two(
                    "{|RAG2007:ChatResponseFormat.ForJsonSchema<Song[]>|}",
                    "{|RAG2007:ChatResponseFormat.ForJsonSchema<int>|}",
                    "Deserialize<Song[]>",
                    ")",
                    "Deserialize<int>",
                    ")"
                ),
                ""
            ),
            Source(
                Two(
                    "ChatResponseFormat.ForJsonSchema<SongList>",
                    "ChatResponseFormat.ForJsonSchema<Int32Value>",
                    "Deserialize<SongList>",
                    ")?.Items",
                    "Deserialize<Int32Value>",
                    ")!.Value"
                ),
                """

                    private sealed record SongList([property: JsonPropertyName("items")] Song[] Items);

                    private sealed record Int32Value([property: JsonPropertyName("value")] int Value);
                """
            )
        );

    // Without all of the parses, the fixed program would fail where it reads the answer.
    [Theory]
    [InlineData("Use(response.Text);")]
    [InlineData("Use(JsonDocument.Parse(response.Text).RootElement.EnumerateArray());")]
    [InlineData("Use(JsonSerializer.Deserialize(response.Text, typeof(Song[])));")]
    [InlineData("Use(JsonSerializer.Deserialize<Song[]>(response.Text)); Use(JsonSerializer.Deserialize<List<Song>>(response.Text));")]
    [InlineData("Use(JsonSerializer.Deserialize<Song[]>(response.Text)); Use((await chat.GetResponseAsync(question, options)).Text);")]
    public Task Not_offered(string use) =>
        Verify.NoFixAsync<SchemaRootIsNoObject, Only<WrapRootFix>>(
            Source(
                $$"""
                var options = new ChatOptions { ResponseFormat = {|RAG2007:ChatResponseFormat.ForJsonSchema<Song[]>|}() };
                var response = await chat.GetResponseAsync(question, options);
                {{use}}
                """,
                ""
            )
        );

    [Fact]
    public Task Not_offered_for_a_format_that_others_may_use() =>
        Verify.NoFixAsync<SchemaRootIsNoObject, Only<WrapRootFix>>(
            Source(
                """
                var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = s_format });
                Use(JsonSerializer.Deserialize<Song[]>(response.Text));
                """,
                """

                    private static readonly ChatResponseFormat s_format = {|RAG2007:ChatResponseFormat.ForJsonSchema<Song[]>|}();
                """
            )
        );

    private static string Two(string first, string second, string firstParse, string firstEnd, string secondParse, string secondEnd) =>
        $$"""
            var one = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = {{first}}() });
            Use(JsonSerializer.{{firstParse}}(one.Text{{firstEnd}});
            var two = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = {{second}}() });
            Use(JsonSerializer.{{secondParse}}(two.Text{{secondEnd}});
            """;

    private static Task FixAsync(string before, string after, string wrapped, string wrapper) =>
        Verify.FixAsync<SchemaRootIsNoObject, Only<WrapRootFix>>(
            Source(before, ""),
            Source(
                after,
                $$"""

                    private sealed record {{wrapper}}([property: JsonPropertyName("{{wrapped.Split(' ')[
                    ^1
                ].ToLowerInvariant()}}")] {{wrapped}});
                """
            )
        );

    private static string Source(string statements, string members) =>
        $$"""
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using Microsoft.Extensions.AI;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public class Songs(IChatClient chat, IChatCompletionService completion, OpenAI.Chat.ChatClient client)
            {
                public async Task AskAsync(string question)
                {
                    {{statements.ReplaceLineEndings("\n").Replace("\n", "\n        ").Replace("\n        \n", "\n\n")}}
                }

                private static void Use(object? value) => Console.WriteLine(value);
            {{members}}
            }

            public record Song(string Title, int Year);
            public enum Mood { Calm, Loud }
            """.Replace("Console.WriteLine(value);\n\n}", "Console.WriteLine(value);\n}");
}
