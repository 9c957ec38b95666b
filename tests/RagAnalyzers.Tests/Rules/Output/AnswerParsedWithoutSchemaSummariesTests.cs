namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// The answer comes from another body: the finding sits on the call through which it came into the body that parses. Every
/// source is also run with a schema at the model call, and is then silent.
/// </summary>
public sealed class AnswerParsedWithoutSchemaSummariesTests
{
    [Theory]
    [InlineData(
        "async Task<string> CompleteAsync(string question) { var response = await chat.GetResponseAsync(question, OPTIONS); return response.Text; }"
    )]
    [InlineData("async Task<string> CompleteAsync(string question) => (await chat.GetResponseAsync(question, OPTIONS)).Text;")]
    [InlineData(
        "async Task<string> CompleteAsync(string question) => (await chat.GetResponseAsync(question, OPTIONS).ConfigureAwait(false)).Messages[^1].Text;"
    )]
    [InlineData(
        "async Task<string> CompleteAsync(string question) { try { var response = await chat.GetResponseAsync(question, OPTIONS); return response.Text.Trim(); } catch (HttpRequestException) { return \"{}\"; } }"
    )]
    [InlineData(
        "async Task<string> CompleteAsync(string question) { var options = OPTIONS; options.MaxOutputTokens = 100; var text = \"\"; await foreach (var update in chat.GetStreamingResponseAsync(question, options)) text += update.Text; return text; }"
    )]
    [InlineData(
        "Task<string> CompleteAsync(string question) { return InnerAsync(); async Task<string> InnerAsync() => (await chat.GetResponseAsync(question, OPTIONS)).Text; }"
    )]
    [InlineData(
        "Task<string> CompleteAsync(string question) { Func<Task<string>> inner = async () => (await chat.GetResponseAsync(question, OPTIONS)).Text; return inner(); }"
    )]
    [InlineData(
        "Task<string> CompleteAsync(string question) => Task.Run(async () => (await chat.GetResponseAsync(question, OPTIONS)).Text);"
    )]
    public Task Helper_of_the_same_class_returns_the_text(string helper) =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>(await {|RAG2002:CompleteAsync|}(question));

                private {{helper}}
            }
            """
        );

    [Theory]
    [InlineData("async Task<string> CompleteAsync(string question) { await chat.GetResponseAsync(question); return question; }")]
    [InlineData(
        "async Task<string> CompleteAsync(string question) { var response = await chat.GetResponseAsync(question); return await File.ReadAllTextAsync(response.Text); }"
    )]
    [InlineData(
        "async Task<string> CompleteAsync(string question) { var response = await chat.GetResponseAsync(question); return JsonSerializer.Serialize(new { response.Text }); }"
    )]
    [InlineData(
        "async Task<string> CompleteAsync(string question) { var response = await chat.GetResponseAsync(question); return \"{ \\\"answer\\\": \\\"\" + response.Text + \"\\\" }\"; }"
    )]
    [InlineData(
        "async Task<string> CompleteAsync(string question) { var response = await chat.GetResponseAsync<Answer>(question); return response.Text; }"
    )]
    public Task Helper_of_the_same_class_returns_something_else(string helper) =>
        Programs.VerifyAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public async Task<JsonDocument> AskAsync(string question) => JsonDocument.Parse(await CompleteAsync(question));

                private {{helper}}
            }
            """
        );

    [Fact]
    public Task Helper_returns_the_response() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await {|RAG2002:SendAsync|}(new ChatMessage(ChatRole.User, question));
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }

                private Task<ChatResponse> SendAsync(ChatMessage message) => chat.GetResponseAsync(message, OPTIONS);
            }
            """
        );

    [Fact]
    public Task Helper_parses_what_it_asks_for_itself() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<string?> AskAsync(string question) => (await CompleteAsync(question))?.Text;

                public async Task<double> ScoreAsync(string question) => (await CompleteAsync(question))?.Score ?? 0;

                private async Task<Answer?> CompleteAsync(string question)
                {
                    var response = await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }
            """
        );

    [Theory]
    [InlineData("await {|RAG2002:Llm.CompleteAsync|}(chat, question)")]
    [InlineData("await {|RAG2002:Llm.CompleteAsync|}(question: question, chat: chat)")]
    [InlineData("await {|RAG2002:chat.CompleteAsync|}(question)")]
    [InlineData("(await {|RAG2002:chat.CompleteAsync|}(question)).Trim('`')")]
    [InlineData("await ({|RAG2002:chat.CompleteAsync|}(question)).ConfigureAwait(false)")]
    public Task Static_class_and_extension_method(string call) =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question) => JsonSerializer.Deserialize<Answer>({{call}});
            }

            public static class Llm
            {
                public static async Task<string> CompleteAsync(this IChatClient chat, string question) =>
                    (await chat.GetResponseAsync(question, OPTIONS)).Text;
            }
            """
        );

    [Fact]
    public Task Service_of_the_compilation() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(Assistant assistant)
            {
                public async Task<Answer?> AskAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>(await {|RAG2002:assistant.CompleteAsync|}(question));
            }

            public sealed class Assistant(IChatClient chat)
            {
                public async Task<string> CompleteAsync(string question) => (await chat.GetResponseAsync(question, OPTIONS)).Text;
            }
            """
        );

    [Fact]
    public Task Partial_method() =>
        Programs.VerifyTwinsAsync(
            """
            public partial class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>(await {|RAG2002:CompleteAsync|}(question));

                public async Task<Answer?> AgainAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>(await {|RAG2002:SendAsync|}(question, OPTIONS));

                private partial Task<string> CompleteAsync(string question);

                private partial Task<string> SendAsync(string question, ChatOptions options);
            }

            public partial class Desk
            {
                private partial async Task<string> CompleteAsync(string question) => (await chat.GetResponseAsync(question, OPTIONS)).Text;

                private partial async Task<string> SendAsync(string text, ChatOptions settings) => (await chat.GetResponseAsync(text, settings)).Text;
            }
            """
        );

    [Fact]
    public Task Method_group() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync() => JsonSerializer.Deserialize<Answer>(await {|RAG2002:TwiceAsync|}(CompleteAsync));

                public async Task<Answer?> ReadAsync() => JsonSerializer.Deserialize<Answer>(await TwiceAsync(FileAsync));

                private async Task<string> CompleteAsync() => (await chat.GetResponseAsync("?", OPTIONS)).Text;

                private Task<string> FileAsync() => File.ReadAllTextAsync("answer.json");

                private static async Task<T> TwiceAsync<T>(Func<Task<T>> ask)
                {
                    await ask();
                    return await ask();
                }
            }
            """
        );

    [Fact]
    public Task Iterator() =>
        Programs.OpenAIAsync(
            """
            public class Desk(ChatClient chat)
            {
                public void Ask(string question)
                {
                    foreach (var text in {|RAG2002:Answers|}([question]))
                        JsonDocument.Parse(text).RootElement.GetProperty("text").GetString();
                    foreach (var text in Formatted([question]))
                        Console.WriteLine(JsonDocument.Parse(text));
                }

                private IEnumerable<string> Answers(string[] questions)
                {
                    foreach (var question in questions)
                        yield return chat.CompleteChat(question).Value.Content[0].Text;
                }

                private IEnumerable<string> Formatted(string[] questions)
                {
                    foreach (var question in questions)
                    {
                        var options = new ChatCompletionOptions
                        {
                            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{}")),
                        };
                        yield return chat.CompleteChat([question], options).Value.Content[0].Text;
                    }
                }
            }
            """
        );

    [Fact]
    public Task Async_iterator() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var text = new StringBuilder();
                    await foreach (var piece in {|RAG2002:StreamAsync|}(question).WithCancellation(default))
                        text.Append(piece);
                    return JsonSerializer.Deserialize<Answer>(text.ToString());
                }

                private async IAsyncEnumerable<string> StreamAsync(string question, [EnumeratorCancellation] CancellationToken cancellationToken = default)
                {
                    await foreach (var update in chat.GetStreamingResponseAsync(question, OPTIONS, cancellationToken))
                    {
                        if (!string.IsNullOrEmpty(update.Text))
                            yield return update.Text;
                    }
                }
            }
            """
        );

    [Fact]
    public Task Local_function_and_lambda_are_part_of_the_body() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> FunctionAsync(string question)
                {
                    return Parse(await CompleteAsync(question));

                    async Task<string> CompleteAsync(string text) => (await {|RAG2002:chat.GetResponseAsync|}(text, OPTIONS)).Text;
                    static Answer? Parse(string text) => JsonSerializer.Deserialize<Answer>(text);
                }

                public async Task<Answer?> LambdaAsync(string question)
                {
                    Func<string, Task<string>> complete = async text => (await {|RAG2002:chat.GetResponseAsync|}(text, OPTIONS)).Text;
                    return JsonSerializer.Deserialize<Answer>(await complete(question));
                }
            }
            """
        );

    [Fact]
    public Task Generic_helper() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var text = await {|RAG2002:SendAsync|}(question, response => response.Text);
                    return JsonSerializer.Deserialize<Answer>(text);
                }

                public async Task<Answer?> AgainAsync(string question) => JsonSerializer.Deserialize<Answer>(Same((await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS)).Text));

                private async Task<string> SendAsync<TQuestion>(TQuestion question, Func<ChatResponse, string> log)
                    where TQuestion : notnull
                {
                    var response = await chat.GetResponseAsync(question.ToString()!, OPTIONS);
                    log(response);
                    return response.Text;
                }

                private static T Same<T>(T value) => value;
            }
            """
        );

    [Fact]
    public Task Recursion_ends() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>(await {|RAG2002:RetryAsync|}(question, 3));

                public async Task<Answer?> AskBothAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>(await {|RAG2002:PingAsync|}(question, 3));

                private async Task<string> RetryAsync(string question, int attempts)
                {
                    try
                    {
                        return (await chat.GetResponseAsync(question, OPTIONS)).Text;
                    }
                    catch (HttpRequestException) when (attempts > 0)
                    {
                        return await RetryAsync(question, attempts - 1);
                    }
                }

                private async Task<string> PingAsync(string question, int attempts) =>
                    attempts == 0 ? "{}" : await PongAsync(question, attempts - 1);

                private async Task<string> PongAsync(string question, int attempts) =>
                    attempts == 0 ? (await chat.GetResponseAsync(question, OPTIONS)).Text : await PingAsync(question, attempts - 1);
            }
            """
        );

    [Fact]
    public Task Recursion_without_an_answer_ends_too() =>
        Programs.VerifyAsync(
            """
            public class Desk(IChatClient chat)
            {
                public JsonDocument Ask(string question) => JsonDocument.Parse(Ping(question));

                public Task SendAsync(string question) => chat.GetResponseAsync(Ping(question));

                private string Ping(string text) => Pong(text);

                private string Pong(string text) => Ping(text);

                private string Alone { get => Alone; }

                public JsonDocument Parse() => JsonDocument.Parse(Alone);
            }
            """
        );

    [Theory]
    [InlineData(4, true)]
    [InlineData(60, false)]
    public Task Chain_of_helpers_is_followed_as_far_as_the_budget_goes(int length, bool isFound)
    {
        var links = string.Concat(
            Enumerable.Range(1, length - 1).Select(i => $"private Task<string> Link{i - 1}(string question) => Link{i}(question);\n")
        );
        return Programs.VerifyAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>(await {{(isFound ? "{|RAG2002:Link0|}" : "Link0")}}(question));

                {{links}}
                private async Task<string> Link{{length - 1}}(string question) => (await chat.GetResponseAsync(question)).Text;
            }
            """
        );
    }

    [Fact]
    public Task Many_helpers_that_call_each_other_do_not_explode() =>
        Programs.VerifyAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public JsonDocument Ask(string question) => JsonDocument.Parse(Step0(question, 0));

                public Task SendAsync(string question) => chat.GetResponseAsync(question);

                {{string.Concat(Enumerable.Range(0, 40).Select(i => $$"""
                    private string Step{{i}}(string a, int n) => n switch { {{string.Concat(Enumerable.Range(0, 40).Select(k => $"{k} => Step{k}(a + n, n + 1), "))}}_ => a };
                    """))}}
            }
            """
        );
}
