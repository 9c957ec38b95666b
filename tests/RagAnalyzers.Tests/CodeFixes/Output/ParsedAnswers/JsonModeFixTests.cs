using RagAnalyzers.CodeFixes.Output.ParsedAnswers;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.ParsedAnswers;

/// <summary>RAG2004: the schema of the type takes the place of JSON mode, wherever that is set.</summary>
public sealed class JsonModeFixTests
{
    private const string Schema = """"
        ChatResponseFormat.CreateJsonSchemaFormat(
                "verdict",
                BinaryData.FromString("""
                    {
                      "type": "object",
                      "properties": {
                        "Urgent": { "type": "boolean" }
                      },
                      "required": ["Urgent"],
                      "additionalProperties": false
                    }
                    """),
                jsonSchemaIsStrict: true)
        """";

    [Fact]
    public Task OpenAI_chat_member() =>
        FixAsync(
            """
            var options = new ChatCompletionOptions
            {
                Temperature = 0, // cold
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(), // the shape
            };
            ChatCompletion completion = await {|RAG2004:chat.CompleteChatAsync|}([new UserChatMessage(question)], options);
            Use(JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text));
            """,
            $$"""
            var options = new ChatCompletionOptions
            {
                Temperature = 0, // cold
                ResponseFormat = {{Schema}}, // the shape
            };
            ChatCompletion completion = await chat.CompleteChatAsync([new UserChatMessage(question)], options);
            Use(JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text));
            """
        );

    [Fact]
    public Task OpenAI_chat_on_one_line() =>
        FixAsync(
            """
            ChatCompletionOptions options = new() { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(), Temperature = 0 };
            ChatCompletion completion = await {|RAG2004:chat.CompleteChatAsync|}([new UserChatMessage(question)], options);
            Use(JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text));
            """,
            $$"""
            ChatCompletionOptions options = new()
            {
                ResponseFormat = {{Schema}},
                Temperature = 0
            };
            ChatCompletion completion = await chat.CompleteChatAsync([new UserChatMessage(question)], options);
            Use(JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text));
            """
        );

    [Fact]
    public Task OpenAI_chat_statement() =>
        FixAsync(
            """
            var options = new ChatCompletionOptions { Temperature = 0 };
            var format = ChatResponseFormat.CreateJsonObjectFormat();
            // The shape.
            options.ResponseFormat = format; // JSON
            ChatCompletion completion = await {|RAG2004:chat.CompleteChatAsync|}([new UserChatMessage(question)], options);
            Use(JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text));
            """,
            $$"""
            var options = new ChatCompletionOptions { Temperature = 0 };
            // The shape.
            options.ResponseFormat = {{Schema.Replace("\n    ", "\n")}}; // JSON
            ChatCompletion completion = await chat.CompleteChatAsync([new UserChatMessage(question)], options);
            Use(JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text));
            """
        );

    [Fact]
    public Task OpenAI_responses_member() =>
        FixAsync(
            """
            var options = new CreateResponseOptions("gpt", [ResponseItem.CreateUserMessageItem(question)])
            {
                TextOptions = new ResponseTextOptions
                {
                    TextFormat = ResponseTextFormat.CreateJsonObjectFormat(),
                },
            };
            var response = await {|RAG2004:responses.CreateResponseAsync|}(options);
            Use(JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText()));
            """,
            $$"""
            var options = new CreateResponseOptions("gpt", [ResponseItem.CreateUserMessageItem(question)])
            {
                TextOptions = new ResponseTextOptions
                {
                    TextFormat = {{Schema.Replace("ChatResponseFormat", "ResponseTextFormat").Replace("\n", "\n    ")}},
                },
            };
            var response = await responses.CreateResponseAsync(options);
            Use(JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText()));
            """
        );

    [Fact]
    public Task OpenAI_responses_statement() =>
        FixAsync(
            """
            var options = new CreateResponseOptions("gpt", [ResponseItem.CreateUserMessageItem(question)]);
            options.TextOptions = new ResponseTextOptions();
            options.TextOptions.TextFormat = ResponseTextFormat.CreateJsonObjectFormat();
            var response = await {|RAG2004:responses.CreateResponseAsync|}(options);
            Use(JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText()));
            """,
            $$"""
            var options = new CreateResponseOptions("gpt", [ResponseItem.CreateUserMessageItem(question)]);
            options.TextOptions = new ResponseTextOptions();
            options.TextOptions.TextFormat = {{Schema.Replace("ChatResponseFormat", "ResponseTextFormat").Replace("\n    ", "\n")}};
            var response = await responses.CreateResponseAsync(options);
            Use(JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText()));
            """
        );

    [Theory]
    [InlineData("\"json_object\"")]
    [InlineData("ChatResponseFormat.CreateJsonObjectFormat()")]
    public Task Semantic_Kernel(string format) =>
        FixAsync(
            $$"""
            var settings = new OpenAIPromptExecutionSettings { Temperature = 0, ResponseFormat = {{format}} };
            var reply = await {|RAG2004:completion.GetChatMessageContentAsync|}(question, settings);
            Use(JsonSerializer.Deserialize<Verdict>(reply.Content!));
            """,
            """
            var settings = new OpenAIPromptExecutionSettings { Temperature = 0, ResponseFormat = typeof(Verdict) };
            var reply = await completion.GetChatMessageContentAsync(question, settings);
            Use(JsonSerializer.Deserialize<Verdict>(reply.Content!));
            """
        );

    [Fact]
    public Task Semantic_Kernel_statement() =>
        FixAsync(
            """
            var settings = new OpenAIPromptExecutionSettings();
            if (question.Length > 9)
                settings.MaxTokens = 9;
            settings.ResponseFormat = "json_object"; // JSON
            var reply = await {|RAG2004:completion.GetChatMessageContentAsync|}(question, settings);
            Use(JsonSerializer.Deserialize<Verdict>(reply.Content!));
            """,
            """
            var settings = new OpenAIPromptExecutionSettings();
            if (question.Length > 9)
                settings.MaxTokens = 9;
            settings.ResponseFormat = typeof(Verdict); // JSON
            var reply = await completion.GetChatMessageContentAsync(question, settings);
            Use(JsonSerializer.Deserialize<Verdict>(reply.Content!));
            """
        );

    [Theory]
    [InlineData("arguments[\"q\"] = question;")]
    [InlineData("arguments.Add(\"q\", question);")]
    public Task Semantic_Kernel_arguments(string filling) =>
        FixAsync(
            $$$"""
            var settings = new OpenAIPromptExecutionSettings { ResponseFormat = "json_object" };
            var arguments = new KernelArguments(settings);
            {{{filling}}}
            var reply = await {|RAG2004:kernel.InvokePromptAsync|}("Answer {{$q}} as JSON.", arguments);
            Use(JsonSerializer.Deserialize<Verdict>(reply.ToString()));
            """,
            $$$"""
            var settings = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) };
            var arguments = new KernelArguments(settings);
            {{{filling}}}
            var reply = await kernel.InvokePromptAsync("Answer {{$q}} as JSON.", arguments);
            Use(JsonSerializer.Deserialize<Verdict>(reply.ToString()));
            """
        );

    [Fact]
    public Task Extensions_AI_member_on_its_own_line() =>
        FixAsync(
            """
            var options = new ChatOptions
            {
                Temperature = 0, // cold
                ResponseFormat = AI.ChatResponseFormat.Json,
                TopK = 1,
            };
            var response = await {|RAG2004:client.GetResponseAsync|}(question, options);
            Use(JsonSerializer.Deserialize<Verdict>(response.Text));
            """,
            """
            var options = new ChatOptions
            {
                Temperature = 0, // cold
                TopK = 1,
            };
            var response = await client.GetResponseAsync<Verdict>(question, options);
            Use(response.Result);
            """
        );

    [Fact]
    public Task Extensions_AI_member_in_the_call() =>
        FixAsync(
            """
            var response = await {|RAG2004:client.GetResponseAsync|}(question, new ChatOptions { Temperature = 0, ResponseFormat = AI.ChatResponseFormat.Json });
            Use(JsonSerializer.Deserialize<Verdict>(response.Text, JsonSerializerOptions.Web));
            """,
            """
            var response = await client.GetResponseAsync<Verdict>(question, new ChatOptions { Temperature = 0 });
            Use(response.Result);
            """
        );

    [Fact]
    public Task Extensions_AI_statement() =>
        FixAsync(
            """
            var options = new ChatOptions { Temperature = 0 };
            options.ResponseFormat = AI.ChatResponseFormat.Json;
            var response = await {|RAG2004:client.GetResponseAsync|}(question, options);
            Use(JsonSerializer.Deserialize<Verdict>(response.Text, JsonSerializerOptions.Web));
            """,
            """
            var options = new ChatOptions { Temperature = 0 };
            var response = await client.GetResponseAsync<Verdict>(question, options);
            Use(response.Result);
            """
        );

    [Fact]
    public Task Extensions_AI_options_that_others_get_keep_their_format() =>
        FixAsync(
            """
            var options = new ChatOptions { ResponseFormat = AI.ChatResponseFormat.Json };
            Use(options);
            var response = await {|RAG2004:client.GetResponseAsync|}(question, options);
            Use(JsonSerializer.Deserialize<Verdict>(response.Text, JsonSerializerOptions.Web));
            """,
            """
            var options = new ChatOptions { ResponseFormat = AI.ChatResponseFormat.Json };
            Use(options);
            var response = await client.GetResponseAsync<Verdict>(question, options);
            Use(response.Result);
            """
        );

    [Fact]
    public Task Agent() =>
        FixAsync(
            """
            var response = await {|RAG2004:agent.RunAsync|}(question, options: new ChatClientAgentRunOptions(new ChatOptions { TopK = 1, ResponseFormat = AI.ChatResponseFormat.Json }));
            Use(JsonSerializer.Deserialize<Verdict>(response.Text, JsonSerializerOptions.Web));
            """,
            """
            var response = await agent.RunAsync<Verdict>(question, options: new ChatClientAgentRunOptions(new ChatOptions { TopK = 1 }));
            Use(response.Result);
            """
        );

    [Fact]
    public Task Fix_all() =>
        FixAsync(
            """
            var first = await {|RAG2004:completion.GetChatMessageContentAsync|}(question, new OpenAIPromptExecutionSettings { ResponseFormat = "json_object" });
            Use(JsonSerializer.Deserialize<Verdict>(first.Content!));
            var second = await {|RAG2004:completion.GetChatMessageContentAsync|}(question, new OpenAIPromptExecutionSettings { ResponseFormat = "json_object" });
            Use(JsonSerializer.Deserialize<Verdict>(second.Content!));
            """,
            """
            var first = await completion.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) });
            Use(JsonSerializer.Deserialize<Verdict>(first.Content!));
            var second = await completion.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) });
            Use(JsonSerializer.Deserialize<Verdict>(second.Content!));
            """
        );

    [Theory]
    [InlineData("var settings = new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" }; Use(settings);")]
    [InlineData(
        "var settings = new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" }; if (question == \"\") settings.ResponseFormat = \"json_object\";"
    )]
    [InlineData(
        "var settings = new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" }; await completion.GetChatMessageContentAsync(\"Hello\", settings);"
    )]
    [InlineData("var settings = Made();")]
    [InlineData(
        "var settings = new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" }; if (question == \"\") settings = Made();"
    )]
    public Task No_fix_where_the_format_is_not_this_calls_alone(string settings) =>
        Verify.NoFixAsync<JsonModeWithoutSchema, AnswerShapeFix>(
            Source(
                $$"""
                {{settings}}
                var reply = await {|RAG2004:completion.GetChatMessageContentAsync|}(question, settings);
                Use(JsonSerializer.Deserialize<Verdict>(reply.Content!));
                """
            )
        );

    /// <summary>A private field has the settings of the one call that reads it.</summary>
    [Theory]
    [InlineData(
        "private static readonly OpenAIPromptExecutionSettings Settings = new() { ResponseFormat = \"json_object\", Temperature = 0 };",
        "private static readonly OpenAIPromptExecutionSettings Settings = new() { ResponseFormat = typeof(Verdict), Temperature = 0 };"
    )]
    [InlineData(
        """
            private readonly OpenAIPromptExecutionSettings Settings;

                public Desk(IChatCompletionService service)
                {
                    _service = service;
                    Settings = new OpenAIPromptExecutionSettings { ResponseFormat = "json_object" /* as JSON */ };
                }
            """,
        """
            private readonly OpenAIPromptExecutionSettings Settings;

                public Desk(IChatCompletionService service)
                {
                    _service = service;
                    Settings = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) /* as JSON */ };
                }
            """
    )]
    public Task Settings_in_a_field(string before, string after) =>
        Verify.FixAsync<JsonModeWithoutSchema, AnswerShapeFix>(
            WithField(before, "{|RAG2004:_service.GetChatMessageContentAsync|}"),
            WithField(after, "_service.GetChatMessageContentAsync")
        );

    [Fact]
    public Task Settings_in_a_field_for_two_calls() =>
        Verify.NoFixAsync<JsonModeWithoutSchema, AnswerShapeFix>(
            WithField(
                """
                private static readonly OpenAIPromptExecutionSettings Settings = new() { ResponseFormat = "json_object" };

                    public async Task<string> SongAsync(string song) => (await _service.GetChatMessageContentAsync($"As JSON: {song}", Settings)).Content!;
                """,
                "{|RAG2004:_service.GetChatMessageContentAsync|}"
            )
        );

    private static string WithField(string field, string call) =>
        $$"""
            using System.Text.Json;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public sealed record Verdict(bool Urgent);

            public sealed class Desk
            {
                private readonly IChatCompletionService _service = null!;

                {{field}}

                public async Task<Verdict?> JudgeAsync(string ticket)
                {
                    var answer = await {{call}}($"As JSON: {ticket}", Settings);
                    return JsonSerializer.Deserialize<Verdict>(answer.Content!);
                }
            }
            """;

    [Fact]
    public Task No_fix_where_the_format_of_a_response_is_read() =>
        Verify.NoFixAsync<JsonModeWithoutSchema, AnswerShapeFix>(
            Source(
                """
                var options = new CreateResponseOptions("gpt", [ResponseItem.CreateUserMessageItem(question)]);
                options.TextOptions = new ResponseTextOptions();
                options.TextOptions.TextFormat = ResponseTextFormat.CreateJsonObjectFormat();
                Use(options.TextOptions.TextFormat);
                var response = await {|RAG2004:responses.CreateResponseAsync|}(options);
                Use(JsonSerializer.Deserialize<Verdict>(response.Value.GetOutputText()));
                """
            )
        );

    [Fact]
    public Task No_fix_for_a_list() =>
        Verify.NoFixAsync<JsonModeWithoutSchema, AnswerShapeFix>(
            Source(
                """
                var reply = await {|RAG2004:completion.GetChatMessageContentAsync|}(question, new OpenAIPromptExecutionSettings { ResponseFormat = "json_object" });
                Use(JsonSerializer.Deserialize<List<Verdict>>(reply.Content!));
                """
            )
        );

    private static Task FixAsync(string before, string after) =>
        Verify.FixAsync<JsonModeWithoutSchema, AnswerShapeFix>(Source(before), Source(after));

    private static string Source(string statements) =>
        $$"""
            using System.Text.Json;
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;
            using OpenAI.Chat;
            using OpenAI.Responses;
            using AI = Microsoft.Extensions.AI;
            using ChatResponseFormat = OpenAI.Chat.ChatResponseFormat;

            public class Desk(ChatClient chat, ResponsesClient responses, IChatCompletionService completion, Kernel kernel, IChatClient client, AIAgent agent)
            {
                public async Task AskAsync(string question)
                {
                    await Task.Yield();
            {{string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
                }

                private static OpenAIPromptExecutionSettings Made() => new() { ResponseFormat = "json_object" };
                private static void Use(object? value) => Console.WriteLine(value);
            }

            public record Verdict(bool Urgent);
            """;
}
