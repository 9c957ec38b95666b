namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2011: which uses of a structured answer throw, on each SDK.</summary>
public sealed class AnswerParsedWithoutGuardTests
{
    [Theory]
    [InlineData("Use(response.{|RAG2011:Result|});")]
    [InlineData("Use(response.{|RAG2011:Result|}.Score);")]
    [InlineData("var answer = response.{|RAG2011:Result|} ?? throw new InvalidOperationException();")]
    [InlineData("Use(response?.{|RAG2011:Result|});")]
    [InlineData("if (response.Messages.Count > 0 && response.Text.Length > 2) Use(response.{|RAG2011:Result|});")]
    [InlineData("Use(response.{|RAG2011:Result|}.Text); Use(response.Result.Score);")]
    public Task Typed_result(string use) =>
        UnguardedAnswers.VerifyAsync($"var response = await chat.GetResponseAsync<Answer>(question); {use}");

    [Fact]
    public Task Typed_result_of_the_call_itself() =>
        UnguardedAnswers.VerifyAsync("Use((await chat.GetResponseAsync<List<Answer>>(question)).{|RAG2011:Result|}.Count);");

    [Fact]
    public Task Typed_result_of_an_agent() =>
        UnguardedAnswers.VerifyAsync(
            """
            AgentResponse<Answer> response = await agent.RunAsync<Answer>(question);
            Use(response.{|RAG2011:Result|});
            """
        );

    [Theory]
    [InlineData("{|RAG2011:JsonSerializer.Deserialize<Answer>|}(response.Text)")]
    [InlineData("{|RAG2011:JsonSerializer.Deserialize<Answer>|}(response.Text) ?? throw new InvalidOperationException(\"null\")")]
    [InlineData("{|RAG2011:JsonSerializer.Deserialize<Answer>|}(response.Text) ?? new Answer(\"\", 0)")]
    [InlineData("{|RAG2011:JsonDocument.Parse|}(response.Text.Trim()).RootElement")]
    [InlineData("{|RAG2011:JsonNode.Parse|}(response.Text)![\"score\"]")]
    [InlineData("{|RAG2011:Newtonsoft.Json.JsonConvert.DeserializeObject<Answer>|}(response.Text)")]
    [InlineData("{|RAG2011:Newtonsoft.Json.Linq.JObject.Parse|}(response.Text)[\"score\"]")]
    public Task Parse_under_a_schema(string parse) =>
        UnguardedAnswers.VerifyAsync($"var response = await chat.GetResponseAsync(question, options); Use({parse});");

    [Fact]
    public Task Parse_of_an_agents_answer() =>
        UnguardedAnswers.VerifyAsync(
            """
            var run = new ChatClientAgentRunOptions(new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() });
            var response = await agent.RunAsync(question, options: run);
            Use({|RAG2011:JsonSerializer.Deserialize<Answer>|}(response.Text));
            """
        );

    [Fact]
    public Task Parse_of_a_chat_completion() =>
        UnguardedAnswers.VerifyAsync(
            """
            var options = new Chat.ChatCompletionOptions
            {
                ResponseFormat = Chat.ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}"), jsonSchemaIsStrict: true),
            };
            Chat.ChatCompletion completion = await completions.CompleteChatAsync([new Chat.UserChatMessage(question)], options);
            Use({|RAG2011:JsonSerializer.Deserialize<Answer>|}(completion.Content[0].Text));
            """
        );

    [Fact]
    public Task Parse_of_a_response() =>
        UnguardedAnswers.VerifyAsync(
            """
            var request = new CreateResponseOptions("gpt-5", [ResponseItem.CreateUserMessageItem(question)])
            {
                TextOptions = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}"), jsonSchemaIsStrict: true) },
            };
            ResponseResult response = await responses.CreateResponseAsync(request);
            Use({|RAG2011:JsonSerializer.Deserialize<Answer>|}(response.GetOutputText()));
            """
        );

    [Theory]
    [InlineData("Microsoft.Extensions.AI.AIJsonUtilities.CreateJsonSchema(typeof(Answer))")]
    [InlineData("JsonDocument.Parse(\"{\\\"type\\\":\\\"object\\\"}\").RootElement")]
    public Task Parse_of_semantic_kernels_answer_under_a_JSON_element(string schema) =>
        UnguardedAnswers.VerifyProgramAsync(
            $$"""
            public class Desk(Microsoft.SemanticKernel.Kernel kernel)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var function = Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromPrompt("Answer: {{"{{$question}}"}}", new Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIPromptExecutionSettings { ResponseFormat = {{schema}} });
                    var result = await function.InvokeAsync(kernel, new() { ["question"] = question });
                    return {|RAG2011:JsonSerializer.Deserialize<Answer>|}(result.GetValue<string>()!);
                }
            }
            """
        );

    [Fact]
    public Task Parse_of_semantic_kernels_answer() =>
        UnguardedAnswers.VerifyProgramAsync(
            """
            public class Desk(Microsoft.SemanticKernel.ChatCompletion.IChatCompletionService service)
            {
                public async Task<Answer?> AskAsync(Microsoft.SemanticKernel.ChatCompletion.ChatHistory history)
                {
                    var settings = new Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) };
                    var message = await service.GetChatMessageContentsAsync(history, settings);
                    return {|RAG2011:JsonSerializer.Deserialize<Answer>|}(message[0].Content!);
                }
            }
            """
        );

    [Fact]
    public Task Parse_of_what_streamed_in() =>
        UnguardedAnswers.VerifyAsync(
            """
            var text = new StringBuilder();
            await foreach (var update in chat.GetStreamingResponseAsync(question, options))
                text.Append(update.Text);
            Use({|RAG2011:JsonSerializer.Deserialize<Answer>|}(text.ToString()));
            """
        );

    [Theory]
    [InlineData("JsonDocument.Parse(response.Text)", true)]
    [InlineData("JsonSerializer.Deserialize<Dictionary<string, string>>(response.Text)", true)]
    [InlineData("JsonSerializer.Deserialize<Answer>(response.Text)", false)]
    public Task Json_mode_unless_another_rule_speaks(string parse, bool isFound)
    {
        var called = parse[..parse.IndexOf('(')];
        var marked = isFound ? "{|RAG2011:" + called + "|}" + parse[called.Length..] : parse;
        return UnguardedAnswers.VerifyAsync(
            $"var response = await chat.GetResponseAsync(question, new ChatOptions {{ ResponseFormat = ChatResponseFormat.Json }}); Use({marked});"
        );
    }

    [Theory]
    [InlineData("new ChatOptions()")]
    [InlineData("null")]
    [InlineData("Elsewhere()")]
    [InlineData("new ChatOptions { ResponseFormat = ChatResponseFormat.Text }")]
    public Task No_format_or_one_that_cannot_be_seen_is_no_structured_answer(string options) =>
        UnguardedAnswers.VerifyAsync(
            $"var response = await chat.GetResponseAsync(question, {options}); Use(JsonSerializer.Deserialize<Answer>(response.Text));",
            "protected virtual ChatOptions Elsewhere() => throw new NotSupportedException();"
        );

    [Fact]
    public Task One_finding_for_an_answer_that_is_parsed_twice() =>
        UnguardedAnswers.VerifyAsync(
            """
            var response = await chat.GetResponseAsync(question, options);
            Use({|RAG2011:JsonDocument.Parse|}(response.Text).RootElement);
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            var other = await chat.GetResponseAsync<Answer>(question);
            Use(other.{|RAG2011:Result|});
            """
        );

    [Theory]
    [InlineData("JsonSerializer.Deserialize<Answer>(settings)")]
    [InlineData("JsonSerializer.Deserialize<Answer>(\"{}\")")]
    public Task A_parse_of_something_else(string parse) =>
        UnguardedAnswers.VerifyAsync(
            $$"""
            var settings = File.ReadAllText("settings.json");
            var response = await chat.GetResponseAsync(question, options);
            Use({{parse}});
            Use(response.Text);
            """
        );

    [Fact]
    public Task A_result_of_something_else() =>
        UnguardedAnswers.VerifyProgramAsync(
            """
            public class Desk(Desk.IChatClient chat)
            {
                public async Task<string> AskAsync(Task<int> count, ChatResponse<Answer> given)
                {
                    var response = await chat.GetResponseAsync<Answer>("question");
                    return response.Result.Text + count.Result + given.Result.Text;
                }

                public interface IChatClient
                {
                    Task<Reply<T>> GetResponseAsync<T>(string question);
                }

                public sealed class Reply<T>(T result)
                {
                    public T Result => result;
                }
            }
            """
        );
}
