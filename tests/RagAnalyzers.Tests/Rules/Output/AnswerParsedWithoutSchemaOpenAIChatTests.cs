using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002 on OpenAI's own chat client, and on Azure's, which derives from it.</summary>
public sealed class AnswerParsedWithoutSchemaOpenAIChatTests
{
    [Theory]
    [InlineData("""(await {|RAG2002:chat.CompleteChatAsync|}(question)).Value.Content[0].Text""")]
    [InlineData("""{|RAG2002:chat.CompleteChat|}(question).Value.Content[0].Text""")]
    [InlineData(
        """{|RAG2002:chat.CompleteChat|}(new SystemChatMessage("JSON only."), new UserChatMessage(question)).Value.Content[0].Text"""
    )]
    [InlineData("""{|RAG2002:chat.CompleteChat|}([new UserChatMessage(question)]).Value.Content[0].Text""")]
    [InlineData(
        """{|RAG2002:chat.CompleteChat|}(new List<ChatMessage> { ChatMessage.CreateUserMessage(question) }, options: null).Value.Content.First().Text"""
    )]
    [InlineData("""(await {|RAG2002:chat.CompleteChatAsync|}([question], cancellationToken: default)).Value.Content[^1].Text""")]
    [InlineData("""string.Concat({|RAG2002:chat.CompleteChat|}(question).Value.Content.Select(part => part.Text))""")]
    [InlineData("""((ChatCompletion){|RAG2002:chat.CompleteChat|}(question)).Content[0].Text""")]
    public Task Call(string text) => Desk.OpenAIAsync($"Use(JsonSerializer.Deserialize<Answer>({text}));");

    [Fact]
    public Task Completion_taken_out_of_its_result_by_conversion() =>
        Desk.OpenAIAsync(
            """
            ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}(question);
            Use(JsonSerializer.Deserialize<Answer>(completion.Content[0].Text));
            """
        );

    [Theory]
    [InlineData(
        """
            var text = new StringBuilder();
            foreach (var update in {|RAG2002:chat.CompleteChatStreaming|}(question))
            {
                if (update.ContentUpdate.Count > 0)
                    text.Append(update.ContentUpdate[0].Text);
            }

            Use(JsonDocument.Parse(text.ToString()));
            """
    )]
    [InlineData(
        """
            var text = "";
            await foreach (StreamingChatCompletionUpdate update in {|RAG2002:chat.CompleteChatStreamingAsync|}([new UserChatMessage(question)]))
                foreach (var part in update.ContentUpdate)
                    text += part.Text;
            Use(JsonDocument.Parse(text));
            """
    )]
    [InlineData(
        """
            AsyncCollectionResult<StreamingChatCompletionUpdate> updates = {|RAG2002:chat.CompleteChatStreamingAsync|}(question);
            var text = new StringBuilder();
            await foreach (var update in updates)
                text.AppendJoin("", update.ContentUpdate.Select(part => part.Text));
            Use(JsonDocument.Parse(text.ToString()));
            """
    )]
    public Task Streamed(string statements) => Desk.OpenAIAsync(statements);

    [Theory]
    [InlineData("""var options = new ChatCompletionOptions();""")]
    [InlineData("""ChatCompletionOptions options = new() { Temperature = 0, Tools = { ChatTool.CreateFunctionTool("look_up") } };""")]
    [InlineData(
        """var options = new ChatCompletionOptions(); options.Temperature = 0; options.Tools.Add(ChatTool.CreateFunctionTool("look_up"));"""
    )]
    [InlineData("""var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateTextFormat() };""")]
    [InlineData("""var options = new ChatCompletionOptions { ResponseFormat = null };""")]
    public Task Options_without_a_schema(string options) =>
        Desk.OpenAIAsync(
            $$"""
            {{options}}
            ChatCompletion completion = await {|RAG2002:chat.CompleteChatAsync|}([new UserChatMessage(question)], options);
            Use(JsonSerializer.Deserialize<Answer>(completion.Content[0].Text));
            """
        );

    [Theory]
    [InlineData(
        """var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}"), jsonSchemaIsStrict: true) };"""
    )]
    [InlineData(
        """var options = new ChatCompletionOptions(); options.ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}"));"""
    )]
    [InlineData(
        """ChatCompletionOptions options = new(); if (question != "") options.ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}"));"""
    )]
    [InlineData("""var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() };""")]
    [InlineData(
        """var options = System.ClientModel.Primitives.ModelReaderWriter.Read<ChatCompletionOptions>(BinaryData.FromString("{}"));"""
    )]
    [InlineData("""var options = new ChatCompletionOptions(); options.Patch.Set("$.response_format"u8, "json_schema");""")]
    public Task Options_with_a_format_that_constrains_or_may(string options) =>
        Desk.OpenAIAsync(
            $$"""
            {{options}}
            ChatCompletion completion = await chat.CompleteChatAsync([new UserChatMessage(question)], options);
            Use(JsonSerializer.Deserialize<Answer>(completion.Content[0].Text));
            """
        );

    [Theory]
    [InlineData(
        """
            var result = await chat.CompleteChatAsync(BinaryContent.Create(BinaryData.FromString(question)));
            using var envelope = JsonDocument.Parse(result.GetRawResponse().Content);
            Use(JsonSerializer.Deserialize<Answer>(envelope.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!));
            """
    )]
    [InlineData(
        """
            var result = chat.CompleteChat(question);
            using var envelope = JsonDocument.Parse(result.GetRawResponse().Content.ToString());
            Use(envelope.RootElement.GetProperty("id").GetString());
            """
    )]
    public Task Http_envelope_is_not_the_answer(string statements) => Desk.OpenAIAsync(statements);

    [Theory]
    [InlineData("completion.ToolCalls[0].FunctionArguments")]
    [InlineData("completion.ToolCalls.First().FunctionArguments.ToString()")]
    [InlineData("completion.Id")]
    [InlineData("completion.Refusal")]
    public Task Something_else_of_the_completion_is_not_the_answer(string text) =>
        Desk.OpenAIAsync(
            $"""
            ChatCompletion completion = await chat.CompleteChatAsync(question);
            Use(JsonDocument.Parse({text}));
            """
        );

    [Fact]
    public Task Tool_call_loop() =>
        Desk.OpenAIAsync(
            """
            List<ChatMessage> messages = [new UserChatMessage(question)];
            var options = new ChatCompletionOptions { Tools = { ChatTool.CreateFunctionTool("look_up") } };
            while (true)
            {
                ChatCompletion completion = await chat.CompleteChatAsync(messages, options);
                if (completion.FinishReason != ChatFinishReason.ToolCalls)
                    break;
                messages.Add(new AssistantChatMessage(completion));
                foreach (var call in completion.ToolCalls)
                {
                    using var arguments = JsonDocument.Parse(call.FunctionArguments);
                    messages.Add(new ToolChatMessage(call.Id, arguments.RootElement.GetProperty("city").GetString()));
                }
            }
            """
        );

    [Theory]
    [InlineData("""azure.GetChatClient("gpt-4.1-mini")""")]
    [InlineData("""new AzureOpenAIClient(new Uri(question), new ApiKeyCredential(question)).GetChatClient("gpt-4.1-mini")""")]
    public Task Azure(string client) =>
        Desk.OpenAIAsync(
            $$"""
            var client = {{client}};
            ChatCompletion free = await {|RAG2002:client.CompleteChatAsync|}(question);
            Use(JsonSerializer.Deserialize<Answer>(free.Content[0].Text));
            var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}")) };
            ChatCompletion constrained = await client.CompleteChatAsync([question], options);
            Use(JsonSerializer.Deserialize<Answer>(constrained.Content[0].Text));
            """
        );

    public static TheoryData<string> Versions => ["2.1", "2.10"];

    [Theory]
    [MemberData(nameof(Versions))]
    public Task Older_versions(string version) =>
        Desk.OpenAIAsync(
            """
            ChatCompletion free = await {|RAG2002:chat.CompleteChatAsync|}([new UserChatMessage(question)], new ChatCompletionOptions());
            Use(JsonSerializer.Deserialize<Answer>(free.Content[0].Text));
            var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}")) };
            ChatCompletion constrained = await chat.CompleteChatAsync([new UserChatMessage(question)], options);
            Use(JsonSerializer.Deserialize<Answer>(constrained.Content[0].Text));
            """,
            version == "2.1" ? ReferenceSets.OpenAI21 : ReferenceSets.OpenAI210
        );
}
