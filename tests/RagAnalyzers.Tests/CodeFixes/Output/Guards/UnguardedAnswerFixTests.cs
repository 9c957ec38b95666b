using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.CodeFixes.Output.Guards;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Guards;

/// <summary>The fixes for RAG2011.</summary>
public sealed class UnguardedAnswerFixTests
{
    [Fact]
    public Task Result_that_is_declared() =>
        FixAsync<UnguardedAnswerFixTypedResult>(
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            // The verdict.
            var verdict = response.{|RAG2011:Result|}; // as it came
            return verdict;
            """,
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            // The verdict.
            if (!response.TryGetResult(out var verdict))
                throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}."); // as it came
            return verdict;
            """
        );

    [Fact]
    public Task Result_that_is_returned() =>
        FixAsync<UnguardedAnswerFixTypedResult>(
            """
            ChatResponse<Verdict> response = await chat.GetResponseAsync<Verdict>(ticket);
            return response.{|RAG2011:Result|};
            """,
            """
            ChatResponse<Verdict> response = await chat.GetResponseAsync<Verdict>(ticket);
            if (!response.TryGetResult(out var verdict))
                throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
            return verdict;
            """
        );

    [Fact]
    public Task Result_that_is_part_of_a_statement() =>
        FixAsync<UnguardedAnswerFixTypedResult>(
            """
            var response = await chat.GetResponseAsync<List<Verdict>>(ticket);
            foreach (var one in response.{|RAG2011:Result|}.Where(v => v.IsUrgent))
                Console.WriteLine(one.Reason);
            return response.Result[0];
            """,
            """
            var response = await chat.GetResponseAsync<List<Verdict>>(ticket);
            if (!response.TryGetResult(out var result))
                throw new InvalidOperationException($"The model gave no 'List<Verdict>': {response.FinishReason}.");
            foreach (var one in result.Where(v => v.IsUrgent))
                Console.WriteLine(one.Reason);
            return response.Result[0];
            """
        );

    [Fact]
    public Task Result_of_the_call_itself() =>
        FixAsync<UnguardedAnswerFixTypedResult>(
            """
            // Ask.
            return (await chat.GetResponseAsync<Verdict>(ticket, cancellationToken: cancellationToken)).{|RAG2011:Result|};
            """,
            """
            // Ask.
            var response = await chat.GetResponseAsync<Verdict>(ticket, cancellationToken: cancellationToken);
            if (!response.TryGetResult(out var verdict))
                throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
            return verdict;
            """
        );

    [Fact]
    public Task Result_with_a_fallback() =>
        FixAsync<UnguardedAnswerFixTypedResult>(
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            if (ticket.Length > 0)
                return response.{|RAG2011:Result|} ?? new Verdict(false, "none");
            return null;
            """,
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            if (ticket.Length > 0)
                return response.TryGetResult(out var verdict) ? verdict : new Verdict(false, "none");
            return null;
            """
        );

    [Fact]
    public Task Result_that_may_not_be_needed() =>
        FixAsync<UnguardedAnswerFixTypedResult>(
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            Console.WriteLine(ticket.Length > 9 ? response.{|RAG2011:Result|}.Reason : "");
            return null;
            """,
            """
            var response = await chat.GetResponseAsync<Verdict>(ticket);
            Console.WriteLine(ticket.Length > 9 ? (response.TryGetResult(out var verdict) ? verdict : throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.")).Reason : "");
            return null;
            """
        );

    [Fact]
    public Task Two_results_at_once() =>
        FixAsync<UnguardedAnswerFixTypedResult>(
            """
            var first = await chat.GetResponseAsync<Verdict>(ticket);
            var verdict = first.{|RAG2011:Result|};
            var second = await chat.GetResponseAsync<Verdict>(ticket + verdict.Reason);
            return second.{|RAG2011:Result|};
            """,
            """
            var first = await chat.GetResponseAsync<Verdict>(ticket);
            if (!first.TryGetResult(out var verdict))
                throw new InvalidOperationException($"The model gave no 'Verdict': {first.FinishReason}.");
            var second = await chat.GetResponseAsync<Verdict>(ticket + verdict.Reason);
            if (!second.TryGetResult(out var result))
                throw new InvalidOperationException($"The model gave no 'Verdict': {second.FinishReason}.");
            return result;
            """
        );

    [Theory]
    [InlineData("return (await chat.GetResponseAsync<Verdict>(ticket))?.{|RAG2011:Result|};")]
    [InlineData("return (ticket.Length > 0 ? await chat.GetResponseAsync<Verdict>(ticket) : null!).{|RAG2011:Result|};")]
    [InlineData("var run = await agent.RunAsync<Verdict>(ticket); return run.{|RAG2011:Result|};")]
    public Task No_try_get_result(string statements) => NoFixAsync<UnguardedAnswerFixTypedResult>(statements);

    private const string CompletionCall = """
        var options = new Chat.ChatCompletionOptions { ResponseFormat = Chat.ChatResponseFormat.CreateJsonSchemaFormat("verdict", BinaryData.FromString("{}"), jsonSchemaIsStrict: true) };
        """;

    [Fact]
    public Task Check_behind_a_chat_completion() =>
        FixAsync<UnguardedAnswerFixOutcome>(
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
        FixAsync<UnguardedAnswerFixOutcome>(
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
        FixAsync<UnguardedAnswerFixOutcome>(
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
        FixAsync<UnguardedAnswerFixOutcome>(
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
    public Task No_check(string statements) => NoFixAsync<UnguardedAnswerFixOutcome>(statements);

    [Fact]
    public Task Catch_around_a_return() =>
        FixAsync<UnguardedAnswerFixCatch>(
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            // What it found.
            return response.{|RAG2011:Result|};
            """,
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            // What it found.
            try
            {
                return response.Result;
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException("The model gave no valid answer.", exception);
            }
            """
        );

    [Fact]
    public Task Catch_around_a_declaration() =>
        FixAsync<UnguardedAnswerFixCatch>(
            """
            var text = (await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() })).Text;
            var verdict = {|RAG2011:JsonSerializer.Deserialize<Verdict>|}(
                text,
                JsonSerializerOptions.Web); // in camel case
            Verdict again = verdict ?? new Verdict(false, "");
            return again;
            """,
            """
            var text = (await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() })).Text;
            Verdict? verdict;
            try
            {
                verdict = JsonSerializer.Deserialize<Verdict>(
                    text,
                    JsonSerializerOptions.Web);
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException("The model gave no valid answer.", exception);
            } // in camel case
            Verdict again = verdict ?? new Verdict(false, "");
            return again;
            """
        );

    [Fact]
    public Task Catch_of_newtonsofts_exception() =>
        FixAsync<UnguardedAnswerFixCatch>(
            """
            var text = (await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() })).Text;
            return {|RAG2011:Newtonsoft.Json.JsonConvert.DeserializeObject<Verdict>|}(text);
            """,
            """
            var text = (await chat.GetResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() })).Text;
            try
            {
                return Newtonsoft.Json.JsonConvert.DeserializeObject<Verdict>(text);
            }
            catch (Newtonsoft.Json.JsonException exception)
            {
                throw new InvalidOperationException("The model gave no valid answer.", exception);
            }
            """
        );

    [Theory]
    [InlineData("var response = await chat.GetResponseAsync<Verdict>(ticket); return response.{|RAG2011:Result|};")]
    [InlineData(
        "var response = await agent.RunAsync<Verdict>(ticket); if (ticket.Length > 0) return response.{|RAG2011:Result|}; return null;"
    )]
    [InlineData(
        "var response = await agent.RunAsync<Verdict>(ticket); foreach (var c in response.{|RAG2011:Result|}.Reason) Console.Write(c); return null;"
    )]
    [InlineData(
        "var response = await agent.RunAsync<Verdict>(ticket); return int.TryParse(response.{|RAG2011:Result|}.Reason, out var n) ? new Verdict(true, n.ToString()) : null;"
    )]
    public Task No_catch(string statements) => NoFixAsync<UnguardedAnswerFixCatch>(statements);

    private static Task FixAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() => Verify.FixAsync<AnswerParsedWithoutGuard, TFix>(Source(before), Source(after));

    private static Task NoFixAsync<TFix>(string statements)
        where TFix : CodeFixProvider, new() => Verify.NoFixAsync<AnswerParsedWithoutGuard, TFix>(Source(statements));

    private static string Source(string statements) =>
        $$"""
            using System.Text.Json;
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;
            using OpenAI.Responses;
            using Chat = OpenAI.Chat;
            using ChatCompletion = OpenAI.Chat.ChatCompletion;

            public record Verdict(bool IsUrgent, string Reason);

            public class Triage(IChatClient chat, AIAgent agent, Chat.ChatClient completions, ResponsesClient responses)
            {
                public async Task<Verdict?> JudgeAsync(string ticket, CancellationToken cancellationToken)
                {
                    {{statements.ReplaceLineEndings("\n").Replace("\n", "\n        ").Replace("\n        \n", "\n\n")}}
                }
            }
            """;
}
