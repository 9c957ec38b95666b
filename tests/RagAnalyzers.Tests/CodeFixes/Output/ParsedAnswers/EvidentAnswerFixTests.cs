using RagAnalyzers.CodeFixes.Output.ParsedAnswers;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.ParsedAnswers;

/// <summary>
/// RAG2003: where the prompt takes its shape from a type, the fix puts the schema of that type in force; where it does not, there is none.
/// </summary>
public sealed class EvidentAnswerFixTests
{
    private const string Schema = """"
        CreateJsonSchemaFormat(
                "answer",
                BinaryData.FromString("""
                    {
                      "type": "object",
                      "properties": {
                        "Text": { "type": "string" },
                        "Score": { "type": "number" }
                      },
                      "required": ["Text", "Score"],
                      "additionalProperties": false
                    }
                    """),
                jsonSchemaIsStrict: true)
        """";

    private const string Members = """
        private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };
        private static readonly string s_schema = Microsoft.Extensions.AI.AIJsonUtilities.CreateJsonSchema(typeof(Answer)).ToString();
        """;

    private static readonly string s_inCamelCase = Schema
        .Replace("Text", "text", StringComparison.Ordinal)
        .Replace("Score", "score", StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "return (await {|RAG2003:client.GetResponseAsync|}($\"Respond with JSON. {AIJsonUtilities.CreateJsonSchema(typeof(Answer))} {question}\")).Text;",
        "return (await client.GetResponseAsync<Answer>($\"Respond with JSON. {AIJsonUtilities.CreateJsonSchema(typeof(Answer))} {question}\")).Text;"
    )]
    [InlineData(
        "ChatResponse response = await {|RAG2003:client.GetResponseAsync|}([new(ChatRole.System, $\"Respond with JSON. {s_schema}\"), new(ChatRole.User, question)], new ChatOptions { Temperature = 0 });\nreturn response.Text;",
        "ChatResponse response = await client.GetResponseAsync<Answer>([new(ChatRole.System, $\"Respond with JSON. {s_schema}\"), new(ChatRole.User, question)], new ChatOptions { Temperature = 0 });\nreturn response.Text;"
    )]
    [InlineData(
        "var response = await {|RAG2003:client.GetResponseAsync|}($\"Respond with JSON. {System.Text.Json.Schema.JsonSchemaExporter.GetJsonSchemaAsNode(s_options, typeof(Answer))} {question}\");\nreturn response.Text;",
        "var response = await client.GetResponseAsync<Answer>($\"Respond with JSON. {System.Text.Json.Schema.JsonSchemaExporter.GetJsonSchemaAsNode(s_options, typeof(Answer))} {question}\", s_options);\nreturn response.Text;"
    )]
    [InlineData(
        "return (await {|RAG2003:client.GetResponseAsync|}($\"Respond with JSON of type {nameof(Answer)}.\", cancellationToken: default)).Text;",
        "return (await client.GetResponseAsync<Answer>($\"Respond with JSON of type {nameof(Answer)}.\", cancellationToken: default)).Text;"
    )]
    [InlineData(
        "return (await {|RAG2003:client.GetResponseAsync|}($\"Respond with JSON of type {typeof(Answer).Name}. {question}\")).Text; // As it is.",
        "return (await client.GetResponseAsync<Answer>($\"Respond with JSON of type {typeof(Answer).Name}. {question}\")).Text; // As it is."
    )]
    [InlineData(
        "var schema = AIJsonUtilities.CreateJsonSchema(typeof(Answer));\nvar response = await {|RAG2003:client.GetResponseAsync|}($\"Respond with a JSON object of this schema: {schema} Product: {question}\");\nreturn response.Text;",
        "var schema = AIJsonUtilities.CreateJsonSchema(typeof(Answer));\nvar response = await client.GetResponseAsync<Answer>($\"Respond with a JSON object of this schema: {schema} Product: {question}\");\nreturn response.Text;"
    )]
    [InlineData(
        "return (await {|RAG2003:client.GetResponseAsync|}($\"Respond with JSON. {JsonSerializerOptions.Web.GetJsonSchemaAsNode(typeof(Answer))}\")).Text;",
        "return (await client.GetResponseAsync<Answer>($\"Respond with JSON. {JsonSerializerOptions.Web.GetJsonSchemaAsNode(typeof(Answer))}\", JsonSerializerOptions.Web)).Text;"
    )]
    public Task ExtensionsAI(string before, string after)
    {
        Language.IsCSharp13(when: after.Contains("<Answer>([new("));
        return FixAsync(before, after);
    }

    [Theory]
    [InlineData(
        "var writer = new ChatClientAgent(client, $\"Respond with JSON of type {nameof(Answer)}.\");\nAgentResponse response = await {|RAG2003:writer.RunAsync|}(question);\nreturn response.Text;",
        "var writer = new ChatClientAgent(client, $\"Respond with JSON of type {nameof(Answer)}.\");\nAgentResponse response = await writer.RunAsync<Answer>(question);\nreturn response.Text;"
    )]
    [InlineData(
        "var writer = new ChatClientAgent(client, $\"Respond with JSON. {System.Text.Json.Schema.JsonSchemaExporter.GetJsonSchemaAsNode(s_options, typeof(Answer))}\");\nreturn (await {|RAG2003:writer.RunAsync|}(question)).Text;",
        "var writer = new ChatClientAgent(client, $\"Respond with JSON. {System.Text.Json.Schema.JsonSchemaExporter.GetJsonSchemaAsNode(s_options, typeof(Answer))}\");\nreturn (await writer.RunAsync<Answer>(question, serializerOptions: s_options)).Text;"
    )]
    public Task Agent_Framework(string before, string after) => FixAsync(before, after);

    [Fact]
    public Task OpenAI_chat() =>
        FixAsync(
            "await {|RAG2003:chat.CompleteChatAsync|}([new UserChatMessage($\"Respond with JSON of type {nameof(Answer)}. {question}\")]);",
            $$"""
            await chat.CompleteChatAsync([new UserChatMessage($"Respond with JSON of type {nameof(Answer)}. {question}")], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.{{Schema}},
            });
            """
        );

    [Fact]
    public Task OpenAI_chat_reads_as_the_prompt_says() =>
        FixAsync(
            """
            var options = new ChatCompletionOptions
            {
                Temperature = 0, // cold
            };
            await {|RAG2003:chat.CompleteChatAsync|}([new SystemChatMessage($"Respond with JSON. {s_schema}"), new UserChatMessage(question)], options);
            """,
            $$"""
            var options = new ChatCompletionOptions
            {
                Temperature = 0, // cold
                ResponseFormat = ChatResponseFormat.{{s_inCamelCase}},
            };
            await chat.CompleteChatAsync([new SystemChatMessage($"Respond with JSON. {s_schema}"), new UserChatMessage(question)], options);
            """
        );

    [Fact]
    public Task OpenAI_responses() =>
        FixAsync(
            """
            var options = new CreateResponseOptions
            {
                InputItems = { ResponseItem.CreateUserMessageItem($"Respond with JSON of type {nameof(Answer)}. {question}") },
                Temperature = 0,
            };
            await {|RAG2003:responses.CreateResponseAsync|}(options);
            """,
            $$"""
            var options = new CreateResponseOptions
            {
                InputItems = { ResponseItem.CreateUserMessageItem($"Respond with JSON of type {nameof(Answer)}. {question}") },
                Temperature = 0,
                TextOptions = new ResponseTextOptions
                {
                    TextFormat = ResponseTextFormat.{{Schema.Replace("\n", "\n    ", StringComparison.Ordinal)}},
                },
            };
            await responses.CreateResponseAsync(options);
            """
        );

    [Fact]
    public Task Fix_all_of_OpenAI() =>
        FixAsync(
            """
            await {|RAG2003:chat.CompleteChatAsync|}([new UserChatMessage($"Respond with JSON of type {nameof(Answer)}. {question}")]);
            await {|RAG2003:chat.CompleteChatAsync|}([new SystemChatMessage($"Respond with JSON. {s_schema}"), new UserChatMessage(question)], new ChatCompletionOptions());
            """,
            $$"""
            await chat.CompleteChatAsync([new UserChatMessage($"Respond with JSON of type {nameof(Answer)}. {question}")], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.{{Schema}},
            });
            await chat.CompleteChatAsync([new SystemChatMessage($"Respond with JSON. {s_schema}"), new UserChatMessage(question)], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.{{s_inCamelCase}},
            });
            """
        );

    [Fact]
    public Task Fix_all_of_Semantic_Kernel() =>
        FixAsync(
            """
            await {|RAG2003:completion.GetChatMessageContentAsync|}($"Respond with JSON of type {nameof(Answer)}. {question}");
            await {|RAG2003:completion.GetChatMessageContentAsync|}($"Respond with JSON of type {nameof(Policy)}. {question}");
            """,
            """
            await completion.GetChatMessageContentAsync($"Respond with JSON of type {nameof(Answer)}. {question}", new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) });
            await completion.GetChatMessageContentAsync($"Respond with JSON of type {nameof(Policy)}. {question}", new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Policy) });
            """
        );

    [Fact]
    public Task Fix_all_of_Agent_Framework() =>
        FixAsync(
            """
            var writer = new ChatClientAgent(client, $"Respond with JSON of type {nameof(Answer)}.");
            await {|RAG2003:writer.RunAsync|}(question);
            await writer.RunAsync("Again.");
            """,
            """
            var writer = new ChatClientAgent(client, $"Respond with JSON of type {nameof(Answer)}.");
            await writer.RunAsync<Answer>(question);
            await writer.RunAsync<Answer>("Again.");
            """
        );

    /// <summary>The finding stands at the first run; Fix All goes on to the other files.</summary>
    [Fact]
    public Task An_agent_of_two_files()
    {
        static string Desk(string name, string run) =>
            $$"""
                public class {{name}}
                {
                    public async System.Threading.Tasks.Task AskAsync(string question) => await {{run}}(question);
                }
                """;

        return Verify.FixAsync<RequestedFormatNotEnforced, AnswerShapeFix>(
            Desk("First", "{|RAG2003:Shared.Agent.RunAsync|}"),
            Desk("First", "Shared.Agent.RunAsync<Answer>"),
            setup: new TestSetup
            {
                OtherSources =
                [
                    Desk("Second", "Shared.Agent.RunAsync"),
                    """
                    using Microsoft.Agents.AI;

                    public record Answer(string Text);

                    public static class Shared
                    {
                        public static readonly AIAgent Agent = new ChatClientAgent(null!, $"Respond with JSON of type {nameof(Answer)}.");
                    }
                    """,
                ],
                OtherSourcesAfterFix =
                [
                    Desk("Second", "Shared.Agent.RunAsync<Answer>"),
                    """
                    using Microsoft.Agents.AI;

                    public record Answer(string Text);

                    public static class Shared
                    {
                        public static readonly AIAgent Agent = new ChatClientAgent(null!, $"Respond with JSON of type {nameof(Answer)}.");
                    }
                    """,
                ],
                FixIterations = 2,
                DocumentIterations = 2,
            }
        );
    }

    [Theory]
    [InlineData("AIJsonUtilities.CreateJsonSchema(typeof(Answer))", "GetResponseAsync<Answer>(Prompts.Shape + question)")]
    [InlineData("Options.GetJsonSchemaAsNode(typeof(Answer))", "GetResponseAsync<Answer>(Prompts.Shape + question, Prompts.Options)")]
    [InlineData(
        "s_hidden.GetJsonSchemaAsNode(typeof(Answer))",
        "GetResponseAsync(\n        Prompts.Shape + question,\n        new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() }\n    )"
    )]
    public Task A_prompt_of_another_file(string schema, string after)
    {
        static string Desk(string call) =>
            $$"""
                using Microsoft.Extensions.AI;

                public class Desk(IChatClient client)
                {
                    public async System.Threading.Tasks.Task<string> AskAsync(string question) => (await {{call}}).Text;
                }
                """;

        var before = Desk("{|RAG2003:client.GetResponseAsync|}(Prompts.Shape + question)");
        return Verify.FixAsync<RequestedFormatNotEnforced, AnswerShapeFix>(
            before,
            Desk("client." + after),
            setup: new TestSetup
            {
                OtherSources =
                [
                    $$"""
                    using System.Text.Json;
                    using System.Text.Json.Schema;
                    using Microsoft.Extensions.AI;

                    public record Answer(string Text);

                    internal static class Prompts
                    {
                        public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
                        private static readonly JsonSerializerOptions s_hidden = new(JsonSerializerDefaults.Web);

                        public static readonly string Shape = "Respond with JSON of this schema: " + {{schema}} + " Product: ";
                    }
                    """,
                ],
            }
        );
    }

    [Theory]
    [InlineData(
        "await {|RAG2003:completion.GetChatMessageContentAsync|}($\"Respond with JSON of type {nameof(Answer)}. {question}\");",
        "await completion.GetChatMessageContentAsync($\"Respond with JSON of type {nameof(Answer)}. {question}\", new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) });"
    )]
    [InlineData(
        "await {|RAG2003:completion.GetChatMessageContentAsync|}($\"Respond with JSON. {s_schema} {question}\", new OpenAIPromptExecutionSettings { Temperature = 0 });",
        "await completion.GetChatMessageContentAsync($\"Respond with JSON. {s_schema} {question}\", new OpenAIPromptExecutionSettings { Temperature = 0, ResponseFormat = typeof(Answer) });"
    )]
    [InlineData(
        "await {|RAG2003:kernel.InvokePromptAsync|}($\"Respond with JSON of type {nameof(Answer)}. {question}\");",
        "await kernel.InvokePromptAsync($\"Respond with JSON of type {nameof(Answer)}. {question}\", new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) }));"
    )]
    public Task Semantic_Kernel(string before, string after) => FixAsync(before, after);

    [Fact]
    public Task A_format_where_the_task_has_a_type() =>
        FixAsync(
            "System.Threading.Tasks.Task<ChatResponse> pending = {|RAG2003:client.GetResponseAsync|}($\"Respond with JSON of type {nameof(Answer)}. {question}\"); await pending;",
            """
            System.Threading.Tasks.Task<ChatResponse> pending = client.GetResponseAsync(
                $"Respond with JSON of type {nameof(Answer)}. {question}",
                new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() }
            );
            await pending;
            """
        );

    [Fact]
    public Task Fix_all_of_ExtensionsAI() =>
        FixAsync(
            "await {|RAG2003:client.GetResponseAsync|}($\"Respond with JSON of type {nameof(Answer)}.\"); await {|RAG2003:client.GetResponseAsync|}($\"Respond with JSON of type {nameof(Policy)}.\");",
            "await client.GetResponseAsync<Answer>($\"Respond with JSON of type {nameof(Answer)}.\"); await client.GetResponseAsync<Policy>($\"Respond with JSON of type {nameof(Policy)}.\");"
        );

    [Theory]
    [InlineData("await {|RAG2003:client.GetResponseAsync|}(\"Respond with JSON.\" + question);")]
    [InlineData(
        "await {|RAG2003:client.GetResponseAsync|}($\"Respond with JSON of type {nameof(Answer)} for the {nameof(Policy)}. {question}\");"
    )]
    [InlineData("await {|RAG2003:client.GetResponseAsync|}($\"Respond with JSON. {JsonSerializer.Serialize(new Answer(question, 1))}\");")]
    [InlineData("await {|RAG2003:client.GetResponseAsync|}($\"Respond in XML, of type {nameof(Answer)}. {question}\");")]
    [InlineData("await {|RAG2003:client.GetResponseAsync|}($\"Respond with a JSON array of {nameof(Answer)}. {question}\");")]
    [InlineData(
        "await foreach (var update in {|RAG2003:client.GetStreamingResponseAsync|}($\"Respond with JSON of type {nameof(Answer)}. {question}\")) Console.Write(update.Text);"
    )]
    [InlineData(
        "await Ask<Answer>();\nasync Task Ask<T>() => await {|RAG2003:client.GetResponseAsync|}($\"Respond with JSON of type {typeof(T).Name}. {question}\");"
    )]
    public Task No_fix_for_ExtensionsAI(string statements) => NoFixAsync(statements);

    [Theory]
    [InlineData("await {|RAG2003:chat.CompleteChatAsync|}([new UserChatMessage(\"Respond with JSON.\" + question)]);")]
    [InlineData(
        "await {|RAG2003:chat.CompleteChatAsync|}([new UserChatMessage($\"Respond with JSON. {System.Text.Json.Schema.JsonSchemaExporter.GetJsonSchemaAsNode(new ChatOptionsOf().Json, typeof(Answer))}\" + question)]);"
    )]
    [InlineData(
        "var options = new ChatCompletionOptions(); await {|RAG2003:chat.CompleteChatAsync|}([new UserChatMessage($\"Respond with JSON of type {nameof(Answer)}.\")], options); await chat.CompleteChatAsync([new UserChatMessage(question)], options);"
    )]
    public Task No_fix_for_OpenAI(string statements) => NoFixAsync(statements);

    [Theory]
    [InlineData("await {|RAG2003:completion.GetChatMessageContentAsync|}(\"Respond with JSON.\" + question);")]
    [InlineData(
        "var function = kernel.CreateFunctionFromPrompt($\"Respond with JSON of type {nameof(Answer)}.\", new PromptExecutionSettings { ModelId = \"m\" }); await {|RAG2003:kernel.InvokeAsync|}(function);"
    )]
    public Task No_fix_for_Semantic_Kernel(string statements) => NoFixAsync(statements);

    [Fact]
    public Task No_fix_for_the_agent_of_no_type() =>
        NoFixAsync("await {|RAG2003:new ChatClientAgent(client, \"Respond with JSON.\").RunAsync|}(question);");

    private static Task FixAsync(string before, string after) =>
        Verify.FixAsync<RequestedFormatNotEnforced, AnswerShapeFix>(Source(before), Source(after));

    private static Task NoFixAsync(string statements) => Verify.NoFixAsync<RequestedFormatNotEnforced, AnswerShapeFix>(Source(statements));

    private static string Source(string statements) =>
        "using System.Text.Json.Schema;\n"
        + Prompted.Source(
            statements,
            Members + "\nprivate sealed class ChatOptionsOf { public JsonSerializerOptions Json { get; set; } = s_options; }"
        );
}
