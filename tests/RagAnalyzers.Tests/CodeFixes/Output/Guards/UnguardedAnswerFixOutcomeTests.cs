using RagAnalyzers.CodeFixes.Output.Guards;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Guards;

/// <summary>A fix for RAG2011: a check of how the answer ended stands before the parse.</summary>
public sealed class UnguardedAnswerFixOutcomeTests
{
    private const string CompletionCall = """
        var options = new Chat.ChatCompletionOptions { ResponseFormat = Chat.ChatResponseFormat.CreateJsonSchemaFormat("verdict", BinaryData.FromString("{}"), jsonSchemaIsStrict: true) };
        """;

    [Fact]
    public Task Check_behind_a_chat_completion() =>
        FixAsync(
            CompletionCall
                + """

                ChatCompletion completion = await completions.CompleteChatAsync([new Chat.UserChatMessage(ticket)], options, cancellationToken);

                // The text is the verdict.
                var json = completion.Content[0].Text;
                return {|RAG2011:JsonSerializer.Deserialize<Verdict>|}(json);
                """,
            CompletionCall
                + """

                ChatCompletion completion = await completions.CompleteChatAsync([new Chat.UserChatMessage(ticket)], options, cancellationToken);
                if (completion.FinishReason != Chat.ChatFinishReason.Stop || completion.Refusal != null)
                    throw new InvalidOperationException($"The model gave no complete answer: {completion.Refusal ?? completion.FinishReason.ToString()}.");

                // The text is the verdict.
                var json = completion.Content[0].Text;
                return JsonSerializer.Deserialize<Verdict>(json);
                """
        );

    [Fact]
    public Task Check_behind_a_wrapped_chat_completion() =>
        FixAsync(
            CompletionCall
                + """

                var completion = await completions.CompleteChatAsync([new Chat.UserChatMessage(ticket)], options).ConfigureAwait(false);
                return {|RAG2011:JsonSerializer.Deserialize<Verdict>|}(completion.Value.Content[0].Text);
                """,
            CompletionCall
                + """

                var completion = await completions.CompleteChatAsync([new Chat.UserChatMessage(ticket)], options).ConfigureAwait(false);
                if (completion.Value.FinishReason != Chat.ChatFinishReason.Stop || completion.Value.Refusal != null)
                    throw new InvalidOperationException($"The model gave no complete answer: {completion.Value.Refusal ?? completion.Value.FinishReason.ToString()}.");
                return JsonSerializer.Deserialize<Verdict>(completion.Value.Content[0].Text);
                """
        );

    [Fact]
    public Task Check_behind_a_response() =>
        FixAsync(
            """
            var text = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonSchemaFormat("verdict", BinaryData.FromString("{}"), jsonSchemaIsStrict: true) };
            ResponseResult response = await responses.CreateResponseAsync(new CreateResponseOptions("gpt-5", [ResponseItem.CreateUserMessageItem(ticket)]) { TextOptions = text });
            return {|RAG2011:JsonSerializer.Deserialize<Verdict>|}(response.GetOutputText());
            """,
            """
            var text = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonSchemaFormat("verdict", BinaryData.FromString("{}"), jsonSchemaIsStrict: true) };
            ResponseResult response = await responses.CreateResponseAsync(new CreateResponseOptions("gpt-5", [ResponseItem.CreateUserMessageItem(ticket)]) { TextOptions = text });
            if (response.Status != ResponseStatus.Completed)
                throw new InvalidOperationException($"The model gave no complete answer: {response.Status}.");
            return JsonSerializer.Deserialize<Verdict>(response.GetOutputText());
            """
        );

    [Fact]
    public Task Check_behind_a_chat_response() =>
        FixAsync(
            """
            var response = await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() });
            return {|RAG2011:JsonSerializer.Deserialize<Verdict>|}(response.Text);
            """,
            """
            var response = await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() });
            if (response.FinishReason == ChatFinishReason.Length || response.FinishReason == ChatFinishReason.ContentFilter)
                throw new InvalidOperationException($"The model gave no complete answer: {response.FinishReason}.");
            return JsonSerializer.Deserialize<Verdict>(response.Text);
            """
        );

    [Theory]
    [InlineData(
        "var text = (await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() })).Text; return {|RAG2011:JsonSerializer.Deserialize<Verdict>|}(text);"
    )]
    [InlineData(
        "ChatResponse response = null!; response = await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() }); return {|RAG2011:JsonSerializer.Deserialize<Verdict>|}(response.Text);"
    )]
    [InlineData("var run = await agent.RunAsync<Verdict>(ticket); return run.{|RAG2011:Result|};")]
    public Task No_check(string statements) => GuardFixes.NoFixAsync<OutcomeGuard>(statements);

    /// <summary>A catch is possible at these places too, and is offered first.</summary>
    private static Task FixAsync(string before, string after) =>
        GuardFixes.FixAsync(before, after, new TestSetup { CodeActionEquivalenceKey = "UnguardedAnswerFix.OutcomeGuard" });
}
