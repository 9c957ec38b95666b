namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2011: what handles an answer that is none, in the body that reads it, and what only seems to.</summary>
public sealed class AnswerParsedWithoutGuardGuardedTests
{
    private const string Completion = """
        var format = Chat.ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}"), jsonSchemaIsStrict: true);
        Chat.ChatCompletion completion = await completions.CompleteChatAsync([new Chat.UserChatMessage(question)], new Chat.ChatCompletionOptions { ResponseFormat = format });
        """;

    [Theory]
    [InlineData("catch (JsonException) { Use(null); }")]
    [InlineData("catch (JsonException e) when (e.LineNumber > 0) { Use(e); }")]
    [InlineData("catch (Exception e) { log.LogError(e, \"no answer\"); throw; }")]
    [InlineData("catch { Use(null); }")]
    [InlineData("catch (HttpRequestException) { throw; } catch (JsonException) { }")]
    public async Task Catch_of_what_a_parse_throws(string handler)
    {
        await UnguardedAnswers.VerifyAsync(
            $$"""
            var response = await chat.GetResponseAsync(question, options);
            try { Use(JsonSerializer.Deserialize<Answer>(response.Text)); } {{handler}}
            """
        );
        await UnguardedAnswers.VerifyAsync(
            $$"""
            try { Use((await chat.GetResponseAsync<Answer>(question)).Result); } {{handler}}
            """
        );
    }

    [Theory]
    [InlineData("catch (HttpRequestException) { }")]
    [InlineData("catch (ArgumentException) { }")]
    [InlineData("catch (Newtonsoft.Json.JsonException) { }")]
    [InlineData("finally { Use(null); }")]
    public Task Catch_of_something_else_or_nothing(string handler) =>
        UnguardedAnswers.VerifyAsync(
            $$"""
            var response = await chat.GetResponseAsync(question, options);
            try { Use({|RAG2011:JsonSerializer.Deserialize<Answer>|}(response.Text)); } {{handler}}
            """
        );

    [Fact]
    public Task A_typed_result_may_also_be_an_invalid_operation() =>
        UnguardedAnswers.VerifyAsync(
            """
            var response = await agent.RunAsync<Answer>(question);
            try { Use(response.Result); } catch (InvalidOperationException) { }
            """
        );

    [Fact]
    public Task A_try_around_the_call_alone_or_a_parse_in_the_handler_guards_nothing() =>
        UnguardedAnswers.VerifyAsync(
            """
            ChatResponse response;
            try { response = await chat.GetResponseAsync(question, options); } catch (Exception) { return; }
            Use({|RAG2011:JsonSerializer.Deserialize<Answer>|}(response.Text));
            var second = await chat.GetResponseAsync(question, options);
            try { Use(null); } catch (JsonException) { Use({|RAG2011:JsonSerializer.Deserialize<Answer>|}(second.Text)); }
            """
        );

    [Theory]
    [InlineData("if (completion.FinishReason != Chat.ChatFinishReason.Stop) return;")]
    [InlineData(
        "if (completion.FinishReason is Chat.ChatFinishReason.Length or Chat.ChatFinishReason.ContentFilter) throw new InvalidOperationException();"
    )]
    [InlineData("if (completion.Refusal is { Length: > 0 }) return;")]
    [InlineData("if (completion is { FinishReason: Chat.ChatFinishReason.Length }) return;")]
    [InlineData("switch (completion.FinishReason) { case Chat.ChatFinishReason.Stop: break; default: return; }")]
    [InlineData("var reason = completion.FinishReason; if (reason != Chat.ChatFinishReason.Stop) return;")]
    [InlineData("var isDone = completion.FinishReason == Chat.ChatFinishReason.Stop; if (!isDone) return;")]
    [InlineData("Ensure(completion.FinishReason);")]
    [InlineData("Ensure(completion);")]
    [InlineData("if (completion.Content[0].Kind == Chat.ChatMessageContentPartKind.Refusal) return;")]
    public Task Look_at_how_the_answer_ended(string check) =>
        UnguardedAnswers.VerifyAsync(
            $"""
            {Completion}
            {check}
            Use(JsonSerializer.Deserialize<Answer>(completion.Content[0].Text));
            """,
            """
            private static void Ensure(Chat.ChatFinishReason reason) => Use(reason);

            private static void Ensure(Chat.ChatCompletion completion)
            {
                if (completion.FinishReason != Chat.ChatFinishReason.Stop)
                    throw new InvalidOperationException();
            }
            """
        );

    [Theory]
    [InlineData("Console.WriteLine(completion.FinishReason);")]
    [InlineData("Console.WriteLine($\"ended: {completion.FinishReason}\");")]
    [InlineData("log.LogInformation(\"ended: {Reason}\", completion.FinishReason);")]
    [InlineData("var reason = completion.FinishReason; Console.WriteLine(\"ended: \" + reason);")]
    [InlineData("if (completion.Content.Count == 0) return;")]
    [InlineData("if (string.IsNullOrWhiteSpace(completion.Content[0].Text)) return;")]
    [InlineData("if (completion.Content[0].Text is not { Length: > 2 }) return;")]
    [InlineData("if (completion.Usage.OutputTokenCount > 100) return;")]
    public Task Looking_at_something_else_or_printing_it(string check) =>
        UnguardedAnswers.VerifyAsync(
            $$"""
            {{Completion}}
            {{check}}
            Use({|RAG2011:JsonSerializer.Deserialize<Answer>|}(completion.Content[0].Text));
            """
        );

    // What hands the answer on may have looked at it, in whatever method that is.
    [Theory]
    [InlineData("Use(JsonSerializer.Deserialize<Answer>(Complete(completion).Content[0].Text));")]
    [InlineData("Use(JsonSerializer.Deserialize<Answer>(TextOf(completion)));")]
    [InlineData("Use(Read(completion));")]
    [InlineData("Use(ReadText(completion));")]
    [InlineData("Use(JsonSerializer.Deserialize<Answer>(new Checked(completion).Text));")]
    [InlineData("Use(JsonSerializer.Deserialize<Answer>(s_complete(completion).Content[0].Text));")]
    [InlineData(
        "Func<Chat.ChatCompletion, Chat.ChatCompletion> ensure = Complete; Use(JsonSerializer.Deserialize<Answer>(ensure(completion).Content[0].Text));"
    )]
    [InlineData("Use({|RAG2011:JsonSerializer.Deserialize<Answer>|}(s_same(completion).Content[0].Text));")]
    [InlineData("Use({|RAG2011:JsonSerializer.Deserialize<Answer>|}(Same(completion).Content[0].Text));")]
    [InlineData("Use({|RAG2011:ReadSame|}(completion));")]
    public Task A_method_hands_the_answer_on(string use) =>
        UnguardedAnswers.VerifyAsync(
            $"""
            {Completion}
            {use}
            """,
            """
            private static Chat.ChatCompletion Complete(Chat.ChatCompletion completion) =>
                completion.FinishReason == Chat.ChatFinishReason.Stop ? completion : throw new InvalidOperationException();

            private static readonly Func<Chat.ChatCompletion, Chat.ChatCompletion> s_complete = c => c.FinishReason == Chat.ChatFinishReason.Stop ? c : throw new InvalidOperationException();

            private static readonly Func<Chat.ChatCompletion, Chat.ChatCompletion> s_same = c => c;

            private sealed class Checked
            {
                public Checked(Chat.ChatCompletion completion)
                {
                    if (completion.FinishReason != Chat.ChatFinishReason.Stop)
                        throw new InvalidOperationException();
                    Text = completion.Content[0].Text;
                }

                public string Text { get; }
            }

            private static string TextOf(Chat.ChatCompletion completion) => Complete(completion).Content[0].Text;

            private static Answer? Read(Chat.ChatCompletion completion) => JsonSerializer.Deserialize<Answer>(Complete(completion).Content[0].Text);

            private static Answer? ReadText(Chat.ChatCompletion completion) => JsonSerializer.Deserialize<Answer>(TextOf(completion));

            private static Chat.ChatCompletion Same(Chat.ChatCompletion completion)
            {
                Console.WriteLine(completion.FinishReason);
                return completion;
            }

            private static Answer? ReadSame(Chat.ChatCompletion completion) => JsonSerializer.Deserialize<Answer>(Same(completion).Content[0].Text);
            """
        );

    [Fact]
    public Task A_method_looks_at_a_typed_response() =>
        UnguardedAnswers.VerifyAsync(
            """
            var response = await chat.GetResponseAsync<Answer>(question);
            Use(ResultOf(response));
            """,
            """
            private static T ResultOf<T>(ChatResponse<T> response)
            {
                EnsureComplete(response);
                return response.Result;
            }

            private static ChatResponse EnsureComplete(ChatResponse response) =>
                response.FinishReason == ChatFinishReason.Length ? throw new InvalidOperationException() : response;
            """
        );

    [Fact]
    public Task Looking_at_how_another_answer_ended() =>
        UnguardedAnswers.VerifyAsync(
            """
            var first = await chat.GetResponseAsync(question);
            if (first.FinishReason == ChatFinishReason.Length)
                return;
            var second = await chat.GetResponseAsync(question, options);
            Use({|RAG2011:JsonSerializer.Deserialize<Answer>|}(second.Text));
            """
        );

    [Theory]
    [InlineData("if (response.TryGetResult(out var answer)) Use(answer); else Use(response.Result);")]
    [InlineData("Use(response.TryGetResult(out _) ? response.Result : null);")]
    [InlineData("if (response.FinishReason == ChatFinishReason.Stop) Use(response.Result);")]
    [InlineData("if (response.Messages[0].Contents.OfType<ErrorContent>().Any()) return; Use(response.Result);")]
    [InlineData("if (response.Messages[0].Contents[0] is ErrorContent) return; Use(response.Result);")]
    public Task Typed_response_is_asked_first(string use) =>
        UnguardedAnswers.VerifyAsync($"var response = await chat.GetResponseAsync<Answer>(question); {use}");

    [Theory]
    [InlineData("if (response.Status != ResponseStatus.Completed) return;")]
    [InlineData("if (response.IncompleteStatusDetails?.Reason is not null) return;")]
    [InlineData("if (response.Error is { } error) throw new InvalidOperationException(error.Message);")]
    [InlineData("if (response.OutputItems[0] is MessageResponseItem { Status: MessageStatus.Incomplete }) return;")]
    [InlineData("if (((MessageResponseItem)response.OutputItems[0]).Content[0].Refusal is not null) return;")]
    public Task Status_of_a_response(string check) =>
        UnguardedAnswers.VerifyAsync(
            $$"""
            var text = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}"), jsonSchemaIsStrict: true) };
            ResponseResult response = await responses.CreateResponseAsync(new CreateResponseOptions("gpt-5", [ResponseItem.CreateUserMessageItem(question)]) { TextOptions = text });
            {{check}}
            Use(JsonSerializer.Deserialize<Answer>(response.GetOutputText()));
            """
        );

    [Theory]
    [InlineData("case StreamingResponseCompletedUpdate completed: json = completed.Response.GetOutputText(); break;")]
    [InlineData(
        "case StreamingResponseOutputTextDeltaUpdate delta: json += delta.Delta; break; case StreamingResponseIncompleteUpdate: return;"
    )]
    [InlineData(
        "case StreamingResponseOutputTextDeltaUpdate delta: json += delta.Delta; break; case StreamingResponseRefusalDoneUpdate refusal: throw new InvalidOperationException(refusal.Refusal);"
    )]
    public Task Updates_that_say_how_a_stream_ended(string cases) =>
        UnguardedAnswers.VerifyAsync(
            $$"""
            var text = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}"), jsonSchemaIsStrict: true) };
            var request = new CreateResponseOptions("gpt-5", [ResponseItem.CreateUserMessageItem(question)]) { TextOptions = text };
            var json = "";
            await foreach (var update in await responses.CreateResponseStreamingAsync(request))
            {
                switch (update) { {{cases}} }
            }

            Use(JsonSerializer.Deserialize<Answer>(json));
            """
        );

    [Theory]
    [InlineData("if (!IsJson(response.Text)) return;")]
    [InlineData("if (!response.Text.StartsWith('{')) return;")]
    [InlineData("EnsureJson(response.Text);")]
    [InlineData("try { using var probe = JsonDocument.Parse(response.Text); } catch (JsonException) { return; }")]
    public Task The_text_is_validated_first(string check) =>
        UnguardedAnswers.VerifyAsync(
            $"""
            var response = await chat.GetResponseAsync(question, options);
            {check}
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """,
            """
            private static bool IsJson(string text) => text.Length > 0 && text[0] == '{';

            private static void EnsureJson(string text)
            {
                if (!IsJson(text))
                    throw new InvalidOperationException(text);
            }
            """
        );

    [Theory]
    [InlineData("Print(response.Text);")]
    [InlineData("seen.Add(response.Text);")]
    [InlineData("if (response.Text.StartsWith(\"```\")) Use(null);")]
    public Task The_text_is_only_used(string use) =>
        UnguardedAnswers.VerifyAsync(
            $$"""
            var seen = new HashSet<string>();
            var response = await chat.GetResponseAsync(question, options);
            {{use}}
            Use({|RAG2011:JsonSerializer.Deserialize<Answer>|}(response.Text));
            """,
            "private static void Print(string text) => Console.WriteLine(text);"
        );

    [Fact]
    public Task Semantic_kernel_keeps_the_reason_in_a_dictionary() =>
        UnguardedAnswers.VerifyProgramAsync(
            """
            public class Desk(Microsoft.SemanticKernel.ChatCompletion.IChatCompletionService service)
            {
                public async Task<Answer?> AskAsync(Microsoft.SemanticKernel.ChatCompletion.ChatHistory history)
                {
                    var settings = new Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) };
                    var messages = await service.GetChatMessageContentsAsync(history, settings);
                    if (messages[0].Metadata?["FinishReason"] is not "Stop")
                        return null;
                    return JsonSerializer.Deserialize<Answer>(messages[0].Content!);
                }
            }
            """
        );
}
