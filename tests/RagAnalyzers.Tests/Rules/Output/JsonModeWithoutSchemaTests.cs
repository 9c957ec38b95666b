using Microsoft.CodeAnalysis;
using RagAnalyzers.Findings;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2004: JSON mode, and a parse into a type with members.</summary>
public sealed class JsonModeWithoutSchemaTests
{
    private const string Parse = "Use(JsonSerializer.Deserialize<Answer>(text));";

    [Theory]
    [InlineData("var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() };")]
    [InlineData("var options = new ChatCompletionOptions(); options.ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat();")]
    [InlineData(
        "var format = ChatResponseFormat.CreateJsonObjectFormat(); ChatCompletionOptions options = new() { Temperature = 0, ResponseFormat = format };"
    )]
    [InlineData(
        "var options = new ChatCompletionOptions { ResponseFormat = question == \"\" ? ChatResponseFormat.CreateJsonObjectFormat() : null };"
    )]
    public Task OpenAI_chat(string options) =>
        OpenAIAsync(
            $"{options} ChatCompletion completion = await {{|RAG2004:chat.CompleteChatAsync|}}([new UserChatMessage(question)], options); var text = completion.Content[0].Text; {Parse}"
        );

    [Fact]
    public Task Azure_OpenAI() =>
        OpenAIAsync(
            $$"""
            var client = azure.GetChatClient("gpt");
            var completion = await {|RAG2004:client.CompleteChatAsync|}([new UserChatMessage(question)], new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() });
            var text = completion.Value.Content[0].Text; {{Parse}}
            """
        );

    [Theory]
    [InlineData(
        "var options = new CreateResponseOptions(\"gpt\", [ResponseItem.CreateUserMessageItem(question)]) { TextOptions = new() { TextFormat = ResponseTextFormat.CreateJsonObjectFormat() } };"
    )]
    [InlineData(
        "var options = new CreateResponseOptions(\"gpt\", [ResponseItem.CreateUserMessageItem(question)]); options.TextOptions = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonObjectFormat() };"
    )]
    public Task OpenAI_responses(string options) =>
        OpenAIAsync(
            $"{options} var response = await {{|RAG2004:responses.CreateResponseAsync|}}(options); var text = response.Value.GetOutputText(); {Parse}"
        );

    [Theory]
    [InlineData("new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" }")]
    [InlineData("new OpenAIPromptExecutionSettings { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat() }")]
    public Task Semantic_Kernel(string settings) =>
        SemanticKernelAsync(
            $"var reply = await {{|RAG2004:chat.GetChatMessageContentAsync|}}(question, {settings}); var text = reply.Content!; {Parse}"
        );

    [Fact]
    public Task Semantic_Kernel_prompt() =>
        SemanticKernelAsync(
            $$$"""
            var reply = await {|RAG2004:kernel.InvokePromptAsync|}("Answer {{$q}} as JSON.", new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = "json_object" }) { ["q"] = question });
            var text = reply.ToString(); {{{Parse}}}
            """
        );

    [Theory]
    [InlineData(
        "var response = await {|RAG2004:chat.GetResponseAsync|}(question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json });"
    )]
    [InlineData(
        "var options = new ChatOptions(); options.ResponseFormat = ChatResponseFormat.Json; var response = await {|RAG2004:chat.GetResponseAsync|}(question, options);"
    )]
    [InlineData(
        "var response = await {|RAG2004:agent.RunAsync|}(question, options: new AgentRunOptions { ResponseFormat = ChatResponseFormat.Json });"
    )]
    [InlineData(
        "var response = await {|RAG2004:agent.RunAsync|}(question, options: new ChatClientAgentRunOptions(new ChatOptions { ResponseFormat = ChatResponseFormat.Json }));"
    )]
    [InlineData(
        "var made = new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new() { ResponseFormat = ChatResponseFormat.Json } }); var response = await {|RAG2004:made.RunAsync|}(question);"
    )]
    public Task Extensions_AI_and_agents(string call) => ExtensionsAIAsync($"{call} var text = response.Text; {Parse}");

    [Theory]
    [InlineData("Deserialize<Answer>")]
    [InlineData("Deserialize<Answer[]>")]
    [InlineData("Deserialize<List<Answer>>")]
    public Task Target(string parse) =>
        ExtensionsAIAsync(
            $"var response = await {{|RAG2004:chat.GetResponseAsync|}}(question, new ChatOptions {{ ResponseFormat = ChatResponseFormat.Json }}); Use(JsonSerializer.{parse}(response.Text));"
        );

    [Theory]
    [InlineData("JsonDocument.Parse(response.Text)")]
    [InlineData("JsonNode.Parse(response.Text)")]
    [InlineData("JsonSerializer.Deserialize<JsonElement>(response.Text)")]
    [InlineData("JsonSerializer.Deserialize<Dictionary<string, string>>(response.Text)")]
    [InlineData("JsonSerializer.Deserialize<List<string>>(response.Text)")]
    [InlineData("JsonSerializer.Deserialize<object>(response.Text)")]
    [InlineData("response.Text")]
    public Task No_shape_is_expected(string parse) =>
        ExtensionsAIAsync(
            $"var response = await chat.GetResponseAsync(question, new ChatOptions {{ ResponseFormat = ChatResponseFormat.Json }}); Use({parse});"
        );

    [Theory]
    [InlineData("new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() }")]
    [InlineData("new ChatOptions()")]
    [InlineData("Given")]
    [InlineData(
        "new ChatOptions { ResponseFormat = question == \"\" ? ChatResponseFormat.Json : ChatResponseFormat.ForJsonSchema<Answer>() }"
    )]
    [InlineData("new ChatOptions { ResponseFormat = ChatResponseFormat.Json, RawRepresentationFactory = _ => new object() }")]
    public Task Other_contract(string options) =>
        ExtensionsAIAsync(
            $"var response = await chat.GetResponseAsync(question, {options}); var text = response.Text; {Parse}",
            "public ChatOptions Given { get; set; } = new() { ResponseFormat = ChatResponseFormat.Json };"
        );

    [Theory]
    [InlineData("\"Is it urgent?\"", false)]
    [InlineData("\"Is it urgent? Answer as json.\"", true)]
    [InlineData("\"Is it urgent? \" + question", true)]
    public Task Prompt_that_certainly_lacks_the_word_is_another_rules_business(string prompt, bool speaks)
    {
        var call = speaks ? "{|RAG2004:chat.CompleteChatAsync|}" : "chat.CompleteChatAsync";
        return OpenAIAsync(
            $"ChatCompletion reply = await {call}([new UserChatMessage({prompt})], new ChatCompletionOptions {{ ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() }}); var text = reply.Content[0].Text; {Parse}"
        );
    }

    [Fact]
    public Task Client_that_sets_a_format_on_every_call() =>
        ExtensionsAIAsync(
            $"var response = await chat.GetResponseAsync(question, new ChatOptions {{ ResponseFormat = ChatResponseFormat.Json }}); var text = response.Text; {Parse}",
            "public static IChatClient Build(IChatClient inner) => inner.AsBuilder().ConfigureOptions(o => o.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>()).Build();"
        );

    [Fact]
    public Task Answer_of_another_method() =>
        ExtensionsAIAsync(
            $"var text = await {{|RAG2004:TextAsync|}}(question); {Parse}",
            "private async Task<string> TextAsync(string question) => (await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json })).Text;"
        );

    [Theory]
    [InlineData(
        "chat.GetResponseAsync",
        "question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json }",
        "Call GetResponseAsync<Answer>"
    )]
    [InlineData(
        "agent.RunAsync",
        "question, options: new AgentRunOptions { ResponseFormat = ChatResponseFormat.Json }",
        "Call RunAsync<Answer>"
    )]
    public async Task Message(string call, string arguments, string remedy) =>
        await AssertMessageAsync(Desk.ExtensionsAI($"var response = await {call}({arguments}); var text = response.Text; {Parse}"), remedy);

    /// <summary>The method in between has no typed counterpart; its callers hand it the options.</summary>
    [Fact]
    public Task Message_for_options_that_are_handed_on() =>
        AssertMessageAsync(
            Desk.ExtensionsAI(
                $"var response = await SendAsync(question, new ChatOptions {{ ResponseFormat = ChatResponseFormat.Json }}); var text = response.Text; {Parse}",
                "private Task<ChatResponse> SendAsync(string question, ChatOptions options) => chat.GetResponseAsync(question, options);"
            ),
            "Set the JSON schema of Answer as response format"
        );

    [Fact]
    public Task Message_for_Semantic_Kernel() =>
        AssertMessageAsync(
            Desk.SemanticKernel(
                $"var reply = await chat.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings {{ ResponseFormat = \"json_object\" }}); var text = reply.Content!; {Parse}"
            ),
            "Set ResponseFormat to typeof(Answer)"
        );

    [Fact]
    public Task Message_for_OpenAI() =>
        AssertMessageAsync(
            Desk.OpenAI(
                $"ChatCompletion reply = await chat.CompleteChatAsync([new UserChatMessage(question)], new ChatCompletionOptions {{ ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() }}); var text = reply.Content[0].Text; {Parse}"
            ),
            "Set the JSON schema of Answer as response format"
        );

    [Fact]
    public async Task Message_for_a_list()
    {
        var list = Parse.Replace("<Answer>", "<List<Answer>>", StringComparison.Ordinal);
        await AssertMessageAsync(
            Desk.OpenAI(
                $"ChatCompletion reply = await chat.CompleteChatAsync([new UserChatMessage(question)], new ChatCompletionOptions {{ ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() }}); var text = reply.Content[0].Text; {list}"
            ),
            "Set the schema of a type that has List<Answer> as a property",
            "List<Answer>"
        );
        await AssertMessageAsync(
            Desk.SemanticKernel(
                $"var reply = await chat.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings {{ ResponseFormat = \"json_object\" }}); var text = reply.Content!; {list}"
            ),
            "Set ResponseFormat to a type that has List<Answer> as a property",
            "List<Answer>"
        );
        await AssertMessageAsync(
            Desk.ExtensionsAI(
                $"var response = await chat.GetResponseAsync(question, new ChatOptions {{ ResponseFormat = ChatResponseFormat.Json }}); var text = response.Text; {list}"
            ),
            "Call GetResponseAsync<List<Answer>>",
            "List<Answer>"
        );
    }

    [Fact]
    public async Task Assignment_is_named_where_one_alone_sets_the_format_of_this_call()
    {
        Assert.Equal(
            "options.ResponseFormat = ChatResponseFormat.Json",
            await AssignmentAsync(
                "var options = new ChatOptions(); options.ResponseFormat = ChatResponseFormat.Json; var response = await chat.GetResponseAsync(question, options);"
            )
        );
        Assert.Equal(
            "ResponseFormat = ChatResponseFormat.Json",
            await AssignmentAsync(
                "var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json });"
            )
        );
        Assert.Null(
            await AssignmentAsync(
                "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; Use(options); var response = await chat.GetResponseAsync(question, options);"
            )
        );
        Assert.Null(
            await AssignmentAsync(
                "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; if (question == \"\") options.ResponseFormat = ChatResponseFormat.Json; var response = await chat.GetResponseAsync(question, options);"
            )
        );

        static async Task<string?> AssignmentAsync(string call)
        {
            var found = Assert.Single(
                await AnalyzerRun.DiagnosticsAsync(
                    [new JsonModeWithoutSchema()],
                    [Desk.ExtensionsAI($"{call} var text = response.Text; {Parse}")],
                    ReferenceSets.Latest
                )
            );
            return ParsedAnswerHandOver.Read(found)?.FormatAssignment is { SourceTree: { } tree, SourceSpan: var span }
                ? tree.ToString().Substring(span.Start, span.Length)
                : null;
        }
    }

    [Theory]
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat. }); Use(JsonSerializer.Deserialize<Answer>(response.Text));"
    )]
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json }); Use(JsonSerializer.Deserialize<>(response.Text));"
    )]
    public async Task Half_typed(string statements) =>
        Assert.DoesNotContain(
            await AnalyzerRun.DiagnosticsAsync([new JsonModeWithoutSchema()], [Desk.ExtensionsAI(statements)], ReferenceSets.Latest),
            d => d.Id == "AD0001"
        );

    private static async Task AssertMessageAsync(string source, string remedy, string type = "Answer")
    {
        var found = Assert.Single(await AnalyzerRun.DiagnosticsAsync([new JsonModeWithoutSchema()], [source], ReferenceSets.Latest));
        Assert.Equal(
            $"The answer is parsed as '{type}', but JSON mode only makes it well-formed JSON, whatever its members. {remedy}.",
            found.GetMessage()
        );
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    private static Task OpenAIAsync(string statements) => Verify.AnalyzerAsync<JsonModeWithoutSchema>(Desk.OpenAI(statements));

    private static Task SemanticKernelAsync(string statements) =>
        Verify.AnalyzerAsync<JsonModeWithoutSchema>(Desk.SemanticKernel(statements));

    private static Task ExtensionsAIAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<JsonModeWithoutSchema>(Desk.ExtensionsAI(statements, members));
}
