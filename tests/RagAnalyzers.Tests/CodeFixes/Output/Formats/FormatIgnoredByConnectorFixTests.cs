using RagAnalyzers.CodeFixes.Output.Formats;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Formats;

/// <summary>RAG2006: the format becomes what the connector takes.</summary>
public sealed class FormatIgnoredByConnectorFixTests
{
    [Theory]
    [InlineData("\"json_schema\"")]
    [InlineData("Schema")]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.Json")]
    [InlineData("new { type = \"json_object\" }")]
    public Task Type_that_the_answer_is_parsed_into(string format) =>
        FixAsync(
            $$"""
            var settings = new OpenAIPromptExecutionSettings
            {
                Temperature = 0, // cold
                {|RAG2006:ResponseFormat = {{format}}|}, // the shape
                MaxTokens = 100,
            };
            var answer = await chat.GetChatMessageContentAsync(question, settings);
            Use(JsonSerializer.Deserialize<Verdict>(answer.Content!));
            """,
            """
            var settings = new OpenAIPromptExecutionSettings
            {
                Temperature = 0, // cold
                ResponseFormat = typeof(Verdict), // the shape
                MaxTokens = 100,
            };
            var answer = await chat.GetChatMessageContentAsync(question, settings);
            Use(JsonSerializer.Deserialize<Verdict>(answer.Content!));
            """
        );

    [Fact]
    public Task Statement() =>
        FixAsync(
            """
            var settings = new OpenAIPromptExecutionSettings();
            if (question.Length > 9)
                {|RAG2006:settings.ResponseFormat = "json_schema"|}; // only then
            var answer = await chat.GetChatMessageContentAsync(question, settings);
            Use(JsonSerializer.Deserialize<Verdict>(answer.Content!, JsonSerializerOptions.Web));
            """,
            """
            var settings = new OpenAIPromptExecutionSettings();
            if (question.Length > 9)
                settings.ResponseFormat = typeof(Verdict); // only then
            var answer = await chat.GetChatMessageContentAsync(question, settings);
            Use(JsonSerializer.Deserialize<Verdict>(answer.Content!, JsonSerializerOptions.Web));
            """
        );

    [Fact]
    public Task Schema_where_the_connectors_own_would_not_be_read() =>
        FixAsync(
            """
            var settings = new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = "json_schema"|} };
            var answer = await chat.GetChatMessageContentAsync(question, settings);
            Use(JsonSerializer.Deserialize<Label>(answer.Content!));
            """,
            """"
            var settings = new OpenAIPromptExecutionSettings
            {
                ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                    "label",
                    BinaryData.FromString("""
                        {
                          "type": "object",
                          "properties": {
                            "Level": { "type": "integer", "enum": [0, 1], "description": "0 = Low, 1 = High" }
                          },
                          "required": ["Level"],
                          "additionalProperties": false
                        }
                        """),
                    jsonSchemaIsStrict: true)
            };
            var answer = await chat.GetChatMessageContentAsync(question, settings);
            Use(JsonSerializer.Deserialize<Label>(answer.Content!));
            """",
            addsUsing: true
        );

    [Theory]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<Verdict>()", "typeof(Verdict)")]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema(typeof(Verdict), schemaName: \"verdict\")", "typeof(Verdict)")]
    [InlineData("\"JSON_OBJECT\"", "\"json_object\"")]
    [InlineData("\"Text\"", "\"text\"")]
    public Task Value(string before, string after) =>
        FixAsync(
            $$"""
            Use(new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = {{before}}|} });
            """,
            $$"""
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = {{after}} });
            """
        );

    [Theory]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.Json", "ChatResponseFormat.CreateJsonObjectFormat()")]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.Text", "ChatResponseFormat.CreateTextFormat()")]
    [InlineData("new { type = \"json_object\" }", "ChatResponseFormat.CreateJsonObjectFormat()")]
    [InlineData("Schema", "ChatResponseFormat.CreateJsonSchemaFormat(\"answer\", BinaryData.FromString(Schema))")]
    [InlineData(
        "\"{ \\\"type\\\": \\\"object\\\" }\"",
        "ChatResponseFormat.CreateJsonSchemaFormat(\"answer\", BinaryData.FromString(\"{ \\\"type\\\": \\\"object\\\" }\"))"
    )]
    public Task Equivalent(string before, string after) =>
        FixAsync(
            $$"""
            Use(new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = {{before}}|} });
            """,
            $$"""
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = {{after}} });
            """,
            addsUsing: true
        );

    [Fact]
    public Task Local_that_held_the_format_goes() =>
        FixAsync(
            """
            // The shape.
            var format = Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<Verdict>();
            Use(new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = format|} });
            """,
            """
            // The shape.
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) });
            """
        );

    [Fact]
    public Task Local_that_is_read_elsewhere_stays() =>
        FixAsync(
            """
            var format = Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<Verdict>();
            Use(new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = format|} });
            Use(format);
            """,
            """
            var format = Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<Verdict>();
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) });
            Use(format);
            """
        );

    [Fact]
    public Task Name_that_two_libraries_share_is_written_out() =>
        Verify.FixAsync<FormatIgnoredByConnector, FormatIgnoredByConnectorFix>(
            "using Microsoft.Extensions.AI;\n"
                + Source("Use(new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = ChatResponseFormat.Json|} });"),
            "using Microsoft.Extensions.AI;\n"
                + Source(
                    "Use(new OpenAIPromptExecutionSettings { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat() });"
                )
        );

    [Fact]
    public Task Fix_all() =>
        FixAsync(
            """
            Use(new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = "JSON_object"|} });
            Use(new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<Verdict>()|} });
            Use(new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = new { type = "json_object" }|} });
            """,
            """
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = "json_object" });
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) });
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() });
            """,
            addsUsing: true
        );

    [Theory]
    [InlineData("\"json_schema\"")]
    [InlineData("\"json\"")]
    [InlineData("BinaryData.FromString(question)")]
    [InlineData("new { type = \"json_schema\", json_schema = new { name = \"verdict\" } }")]
    [InlineData("new Dictionary<string, object> { [\"type\"] = \"json_object\" }")]
    [InlineData("JsonSerializer.Serialize(new { type = \"object\" })")]
    [InlineData("\"{ \\\"type\\\": \\\"json_schema\\\", \\\"json_schema\\\": {} }\"")]
    [InlineData("\"{ \\\"type\\\": \\\"json_object\\\" }\"")]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(question).RootElement)")]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<List<Verdict>>()")]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<int>()")]
    [InlineData("question == \"\" ? Microsoft.Extensions.AI.ChatResponseFormat.Json : Microsoft.Extensions.AI.ChatResponseFormat.Text")]
    public Task No_fix(string format) =>
        Verify.NoFixAsync<FormatIgnoredByConnector, FormatIgnoredByConnectorFix>(
            Source($"Use(new OpenAIPromptExecutionSettings {{ {{|RAG2006:ResponseFormat = {format}|}} }});")
        );

    [Theory]
    [InlineData("Use(JsonSerializer.Deserialize<List<Verdict>>(answer.Content!));")]
    [InlineData("Use(JsonSerializer.Deserialize<Verdict>(answer.Content!)); Use(JsonSerializer.Deserialize<Label>(answer.Content!));")]
    [InlineData("Use(JsonDocument.Parse(answer.Content!));")]
    public Task No_fix_for_a_target_that_is_not_one_type_with_members(string parse) =>
        Verify.NoFixAsync<FormatIgnoredByConnector, FormatIgnoredByConnectorFix>(
            Source(
                $$"""
                var answer = await chat.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = "json_schema"|} });
                {{parse}}
                """
            )
        );

    private static Task FixAsync(string before, string after, bool addsUsing = false) =>
        Verify.FixAsync<FormatIgnoredByConnector, FormatIgnoredByConnectorFix>(
            Source(before),
            Source(after, addsUsing ? "using OpenAI.Chat;\n" : "")
        );

    private static string Source(string statements, string moreUsings = "") =>
        $$""""
            using System.Text.Json;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;
            {{moreUsings}}
            public class Desk(IChatCompletionService chat)
            {
                private const string Schema = """{ "type": "object" }""";

                public async Task AskAsync(string question)
                {
                    await Task.Yield();
            {{string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
                }

                private static void Use(object? value) => Console.WriteLine(value);
            }

            public record Verdict(bool Urgent, string Why);
            public record Label(Level Level);
            public enum Level { Low, High }
            """";
}
