using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2006: what Semantic Kernel's OpenAI connector drops, and what it takes.</summary>
public sealed class FormatIgnoredByConnectorTests
{
    private const string Settings = "OpenAIPromptExecutionSettings";

    [Theory]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.Json")]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.Text")]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<Answer>()")]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema(typeof(Answer))")]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(question).RootElement)")]
    [InlineData("new Microsoft.Extensions.AI.ChatResponseFormatText()")]
    [InlineData("\"json_schema\"")]
    [InlineData("\"json\"")]
    [InlineData("\"JSON_OBJECT\"")]
    [InlineData("\"Text\"")]
    [InlineData("\"json_object \"")]
    [InlineData("Name")]
    [InlineData("Schema")]
    [InlineData("\"\"\"{ \"type\": \"object\" }\"\"\"")]
    [InlineData("$$\"\"\"{ \"type\": \"{{question}}\" }\"\"\"")]
    [InlineData("\"{ \\\"type\\\": \\\"\" + question + \"\\\" }\"")]
    [InlineData("JsonSerializer.Serialize(new { type = question })")]
    [InlineData("JsonNode.Parse(question)!.ToJsonString()")]
    [InlineData("JsonNode.Parse(question)")]
    [InlineData("new JsonObject { [\"type\"] = \"object\" }")]
    [InlineData("JsonDocument.Parse(question)")]
    [InlineData("BinaryData.FromString(question)")]
    [InlineData("new { type = \"json_object\" }")]
    [InlineData("new { type = \"json_schema\", json_schema = new { name = \"answer\" } }")]
    [InlineData("new Dictionary<string, object> { [\"type\"] = \"json_object\" }")]
    [InlineData("new Answer(question, 0)")]
    [InlineData("new[] { typeof(Answer) }")]
    [InlineData("1")]
    [InlineData("DayOfWeek.Monday")]
    [InlineData("question.Length > 9 ? \"json\" : \"json_schema\"")]
    [InlineData("question.Length > 9 ? Schema : null")]
    [InlineData("question.Length > 9 ? (object)BinaryData.FromString(question) : Microsoft.Extensions.AI.ChatResponseFormat.Json")]
    [InlineData("question.Length switch { 0 => \"json\", 1 => null, _ => throw new NotSupportedException() }")]
    [InlineData("(object)Name")]
    [InlineData("Field")]
    [InlineData("Made()")]
    [InlineData("this.Held")]
    public Task Dropped(string format) => VerifyAsync($"Use(new {Settings} {{ {{|RAG2006:ResponseFormat = {format}|}} }});");

    [Theory]
    [InlineData("typeof(Answer)")]
    [InlineData("typeof(List<>)")]
    [InlineData("answer.GetType()")]
    [InlineData("\"json_object\"")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("default")]
    [InlineData("OpenAI.Chat.ChatResponseFormat.CreateTextFormat()")]
    [InlineData("OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat()")]
    [InlineData("OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(\"answer\", BinaryData.FromString(Schema))")]
    [InlineData("JsonDocument.Parse(Schema).RootElement")]
    [InlineData("JsonSerializer.Deserialize<JsonElement>(Schema)")]
    [InlineData("JsonSerializer.SerializeToElement(new { type = \"object\" })")]
    [InlineData("(JsonElement?)JsonDocument.Parse(Schema).RootElement")]
    [InlineData("question")]
    [InlineData("anything")]
    [InlineData("$\"json_{question}\"")]
    [InlineData("question.Trim()")]
    [InlineData("File.ReadAllText(question)")]
    [InlineData("JsonSerializer.Deserialize<object>(question)")]
    [InlineData("await Task.FromResult<object>(typeof(Answer))")]
    [InlineData("new object[] { typeof(Answer) }[0]")]
    [InlineData("new List<object> { typeof(Answer) }[0]")]
    [InlineData("new Lazy<object>(() => typeof(Answer)).Value")]
    [InlineData("anything is string other ? other : anything")]
    [InlineData("question.Length > 9 ? \"json_object\" : \"json_schema\"")]
    [InlineData("question.Length > 9 ? typeof(Answer) : Microsoft.Extensions.AI.ChatResponseFormat.Json")]
    [InlineData("Settable")]
    [InlineData("Chosen(question)")]
    [InlineData("Holder.Format")]
    [InlineData("Enum.Parse<DayOfWeek>(question) is DayOfWeek.Monday ? (object)typeof(Answer) : \"json_schema\"")]
    public Task Taken_or_unknown(string format) => VerifyAsync($"Use(new {Settings} {{ ResponseFormat = {format} }});");

    [Theory]
    [InlineData("var settings = new OpenAIPromptExecutionSettings(); {|RAG2006:settings.ResponseFormat = \"json_schema\"|};")]
    [InlineData("var settings = new OpenAIPromptExecutionSettings(); {|RAG2006:settings.ResponseFormat ??= \"json_schema\"|};")]
    [InlineData("OpenAIPromptExecutionSettings settings = new() { {|RAG2006:ResponseFormat = \"json_schema\"|}, Temperature = 0 };")]
    [InlineData("var settings = new AzureOpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = \"json_schema\"|} };")]
    [InlineData("var settings = new OwnSettings { {|RAG2006:ResponseFormat = \"json_schema\"|} };")]
    [InlineData(
        "var schema = JsonSerializer.Serialize(new { type = \"object\" }); var settings = new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = schema|} };"
    )]
    [InlineData(
        "object format; if (question == \"\") format = \"json\"; else format = new { type = \"json_object\" }; var settings = new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = format|} };"
    )]
    [InlineData(
        "var settings = Make(\"json_schema\"); OpenAIPromptExecutionSettings Make(string format) => new() { {|RAG2006:ResponseFormat = format|} };"
    )]
    [InlineData(
        "var settings = new KernelArguments(new OpenAIPromptExecutionSettings { {|RAG2006:ResponseFormat = BinaryData.FromString(question)|} });"
    )]
    public Task Assignment(string statements) => VerifyAsync($"{statements} Use(settings);");

    [Theory]
    [InlineData("Closed(BinaryData.FromString(question)); Closed(\"json_schema\");", "{|RAG2006:ResponseFormat = format|}")]
    [InlineData("Closed(BinaryData.FromString(question)); Closed(typeof(Answer));", "ResponseFormat = format")]
    [InlineData("", "ResponseFormat = format")]
    public Task Parameter_of_a_private_method_is_what_its_calls_pass(string calls, string assignment) =>
        VerifyAsync(calls, $"private OpenAIPromptExecutionSettings Closed(object format) => new() {{ {assignment} }};");

    [Theory]
    [InlineData(
        "object format = \"json_schema\"; foreach (var other in new object[] { typeof(Answer) }) format = other; var settings = new OpenAIPromptExecutionSettings { ResponseFormat = format };"
    )]
    [InlineData(
        "object format = \"json_schema\"; Change(ref format); var settings = new OpenAIPromptExecutionSettings { ResponseFormat = format };"
    )]
    [InlineData(
        "var format = \"json\"; format += \"_object\"; var settings = new OpenAIPromptExecutionSettings { ResponseFormat = format };"
    )]
    [InlineData("if (many is not [var format]) return; var settings = new OpenAIPromptExecutionSettings { ResponseFormat = format };")]
    [InlineData("var settings = new OpenAIAudioToTextExecutionSettings { ResponseFormat = \"srt\" };")]
    [InlineData("var settings = new OpenAITextToAudioExecutionSettings { ResponseFormat = \"mp3\" };")]
    [InlineData(
        "var settings = new Microsoft.Extensions.AI.ChatOptions { ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.Json };"
    )]
    [InlineData(
        "var settings = new OpenAI.Chat.ChatCompletionOptions { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat() };"
    )]
    [InlineData("var settings = new LookAlike { ResponseFormat = \"json_schema\" };")]
    [InlineData("var settings = new Hiding { ResponseFormat = \"json_schema\" };")]
    [InlineData(
        "var settings = new OpenAIPromptExecutionSettings(); Use(settings.ResponseFormat is \"json_schema\"); Use(settings.ResponseFormat);"
    )]
    public Task Innocent(string statements) => VerifyAsync($"{statements} Use(settings);");

    [Theory]
    [InlineData("client.AsChatCompletionService()")]
    [InlineData("Kernel.CreateBuilder().AddOpenAIChatClient(\"gpt-4.1\", question)")]
    public Task Service_over_a_chat_client_reads_settings_its_own_way(string service) =>
        VerifyAsync($"Use({service}); Use(new {Settings} {{ ResponseFormat = new {{ type = \"object\" }} }});");

    [Fact]
    public async Task Service_of_the_projects_own_reads_settings_its_own_way()
    {
        const string service = """

            namespace Own
            {
                public abstract class Service : IChatCompletionService
                {
                    public IReadOnlyDictionary<string, object?> Attributes => new Dictionary<string, object?>();
                    public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
                        => Send((executionSettings as OpenAIPromptExecutionSettings)?.ResponseFormat);
                    public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
                        => throw new NotSupportedException();
                    protected abstract Task<IReadOnlyList<ChatMessageContent>> Send(object? format);
                }
            }
            """;
        await Verify.AnalyzerAsync<FormatIgnoredByConnector>(
            Source($"Use(new {Settings} {{ ResponseFormat = \"json_schema\" }});") + service
        );
    }

    [Theory]
    [InlineData("\"json_schema\"", "the string \"json_schema\"", "Set the answer's type, or an OpenAI ChatResponseFormat")]
    [InlineData("Schema", "a JSON text", "Set ChatResponseFormat.CreateJsonSchemaFormat(), or the answer's type")]
    [InlineData(
        "Microsoft.Extensions.AI.ChatResponseFormat.Json",
        "a Microsoft.Extensions.AI format",
        "Set ChatResponseFormat.CreateJsonObjectFormat(), or the answer's type"
    )]
    [InlineData(
        "Microsoft.Extensions.AI.ChatResponseFormat.Text",
        "a Microsoft.Extensions.AI format",
        "Set ChatResponseFormat.CreateTextFormat()"
    )]
    [InlineData(
        "Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<Answer>()",
        "a Microsoft.Extensions.AI format",
        "Set typeof(Answer)"
    )]
    [InlineData(
        "new { type = \"json_object\" }",
        "an anonymous object",
        "Set ChatResponseFormat.CreateJsonObjectFormat(), or the answer's type"
    )]
    [InlineData(
        "BinaryData.FromString(question)",
        "a value of type 'BinaryData'",
        "Set the answer's type, or an OpenAI ChatResponseFormat"
    )]
    public async Task Message(string format, string what, string remedy)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(
            [new FormatIgnoredByConnector()],
            [Source($"Use(new {Settings} {{ ResponseFormat = {format} }});")],
            ReferenceSets.Latest
        );
        Assert.Equal(
            $"ResponseFormat is {what}, which Semantic Kernel's OpenAI connector drops. {remedy}.",
            Assert.Single(found).GetMessage()
        );
    }

    [Fact]
    public async Task Type_that_the_answer_is_parsed_into_is_what_to_set()
    {
        var found = await AnalyzerRun.DiagnosticsAsync(
            [new FormatIgnoredByConnector()],
            [
                Source(
                    """
                    var settings = new OpenAIPromptExecutionSettings { ResponseFormat = "json_schema" };
                    var reply = await chat.GetChatMessageContentAsync(question, settings);
                    Use(JsonSerializer.Deserialize<Answer>(reply.Content!));
                    """
                ),
            ],
            ReferenceSets.Latest
        );
        Assert.EndsWith("Set typeof(Answer).", Assert.Single(found).GetMessage(), StringComparison.Ordinal);
        Assert.Equal(2, found[0].AdditionalLocations.Count);
    }

    [Theory]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.Json")]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.Text")]
    [InlineData("\"JSON_OBJECT\"")]
    [InlineData("BinaryData.FromString(question)")]
    [InlineData("new { type = \"json_object\" }")]
    public Task Dropped_format_is_no_other_rules_business(string format) =>
        ParsedAnswers.VerifyAsync(
            Source(
                $$"""
                var reply = await chat.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { ResponseFormat = {{format}} });
                Use(JsonSerializer.Deserialize<Answer>(reply.Content!));
                """
            )
        );

    [Theory]
    [InlineData("Use(new OpenAIPromptExecutionSettings { ResponseFormat = });")]
    [InlineData("Use(new OpenAIPromptExecutionSettings { ResponseFormat = Missing });")]
    [InlineData("Use(new OpenAIPromptExecutionSettings { ResponseFormat = new Missing() });")]
    [InlineData("Use(new OpenAIPromptExecutionSettings { ResponseFormat = question. });")]
    [InlineData("new OpenAIPromptExecutionSettings().ResponseFormat = ")]
    public async Task Half_typed(string statements) =>
        Assert.DoesNotContain(
            await AnalyzerRun.DiagnosticsAsync([new FormatIgnoredByConnector()], [Source(statements)], ReferenceSets.Latest),
            d => d.Id is "AD0001" or "RAG2006"
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<FormatIgnoredByConnector>(Source(statements, members));

    private static string Source(string statements, string members = "") =>
        $$""""
            using System.Text.Json;
            using System.Text.Json.Nodes;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            namespace Microsoft.SemanticKernel.Connectors.AzureOpenAI
            {
                public class AzureOpenAIPromptExecutionSettings : OpenAIPromptExecutionSettings;
            }

            namespace Shop
            {
                using Microsoft.SemanticKernel.Connectors.AzureOpenAI;

                public class Desk(Kernel kernel, IChatCompletionService chat, Microsoft.Extensions.AI.IChatClient client, object anything, object answer, List<object> many)
                {
                    private const string Name = "json_schema";
                    private const string Schema = """{ "type": "object", "properties": {}, "required": [], "additionalProperties": false }""";
                    private static readonly object Field = BinaryData.FromString(Schema);
                    private object Held { get; } = "json_schema";
                    public object Settable { get; set; } = "json_schema";

                    public async Task AskAsync(string question)
                    {
                        await Task.Yield();
                        {{statements}}
                    }

                    {{members}}

                    private static object Made() => Microsoft.Extensions.AI.ChatResponseFormat.Json;
                    private static object Chosen(string question) => question.Length > 9 ? typeof(Answer) : "json_schema";
                    private static void Change(ref object format) => format = typeof(Answer);
                    private static void Use(object? value) => Console.WriteLine(value);
                }

                public static class Holder
                {
                    public static object Format = "json_schema";
                }

                public record Answer(string Text, double Score);
                public class OwnSettings : OpenAIPromptExecutionSettings;
                public class LookAlike { public object? ResponseFormat { get; set; } }
                public class Hiding : OpenAIPromptExecutionSettings { public new object? ResponseFormat { get; set; } }
            }
            """";
}
