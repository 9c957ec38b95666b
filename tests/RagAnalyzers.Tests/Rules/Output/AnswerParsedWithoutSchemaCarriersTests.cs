namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>What carries the answer between bodies: cleaning helpers, records, tuples, objects with constructors, getters.</summary>
public sealed class AnswerParsedWithoutSchemaCarriersTests
{
    [Theory]
    [InlineData("string Clean(string text) => text.Trim();")]
    [InlineData("string Clean(string text) => text.Replace(\"```json\", \"\").Replace(\"```\", \"\").Trim();")]
    [InlineData(
        "string Clean(string text) { text = text.Trim(); if (text.StartsWith(\"```\")) { text = text.Substring(text.IndexOf('\\n') + 1); } return text.TrimEnd('`'); }"
    )]
    [InlineData(
        "string Clean(string text) { var start = text.IndexOf('{'); var end = text.LastIndexOf('}'); return start < 0 ? text : text[start..(end + 1)]; }"
    )]
    [InlineData(
        "string Clean(string text) { var match = Regex.Match(text, \"```(?:json)?(.*?)```\", RegexOptions.Singleline); return match.Success ? match.Groups[1].Value : text; }"
    )]
    [InlineData("string Clean(string? text) { if (string.IsNullOrWhiteSpace(text)) throw new InvalidOperationException(); return text!; }")]
    [InlineData("string Clean(string text) { string Inner(string inner) => inner.Trim(); return Inner(text); }")]
    [InlineData("string Clean(string text) => string.Join('\\n', text.Split('\\n').Where(line => !line.StartsWith(\"```\")));")]
    [InlineData(
        "string Clean(string text) { var builder = new StringBuilder(); foreach (var line in text.Split('\\n')) builder.AppendLine(line); return builder.ToString(); }"
    )]
    public Task Cleaning_helper(string helper) =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> HereAsync(string question)
                {
                    var response = await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS);
                    return JsonSerializer.Deserialize<Answer>(Clean(response.Text));
                }

                public async Task<Answer?> ElsewhereAsync(string question)
                {
                    var response = await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS);
                    var text = Fences.Clean(response.Text);
                    return JsonSerializer.Deserialize<Answer>(text);
                }

                private static {{helper}}
            }

            internal static class Fences
            {
                public static {{helper}}
            }
            """
        );

    /// <summary>A library runs a method that is named to it, and returns what the method does.</summary>
    [Theory]
    [InlineData("await {|RAG2002:_known.GetOrAdd|}(question, AskAsync)")]
    [InlineData("(await Task.WhenAll({|RAG2002:new[] { question }.Select|}(AskAsync)))[0]")]
    [InlineData("await _known.GetOrAdd(question, SayAsync)")]
    public Task Named_method(string answer) =>
        Programs.VerifyAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Task<string>> _known = new();

                public async Task<Answer?> AnswerAsync(string question) => JsonSerializer.Deserialize<Answer>({{answer}});

                private async Task<string> AskAsync(string question) => (await chat.GetResponseAsync(question)).Text;

                private async Task<string> SayAsync(string question)
                {
                    await chat.GetResponseAsync(question);
                    return "{}";
                }
            }
            """
        );

    [Theory]
    [InlineData("string Clean(string text) => File.ReadAllText(text);")]
    [InlineData("string Clean(string text) => \"{ \\\"length\\\": \" + text.Length + \" }\";")]
    [InlineData("string Clean(string text) => \"{}\";")]
    [InlineData("string Clean(string text) { var all = new Dictionary<string, string> { [\"a\"] = \"{}\" }; return all[text]; }")]
    public Task Helper_that_makes_something_else_of_it(string helper) =>
        Programs.VerifyAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await chat.GetResponseAsync(question);
                    return JsonSerializer.Deserialize<Answer>(Clean(response.Text));
                }

                private static {{helper}}
            }
            """
        );

    [Fact]
    public Task Cleaning_extension_method() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS);
                    return JsonSerializer.Deserialize<Answer>(response.Text.WithoutFences().OrEmpty());
                }
            }

            internal static class Fences
            {
                public static string WithoutFences(this string text) => text.Replace("```", "");

                public static string OrEmpty(this string? text) => text ?? "{}";
            }
            """
        );

    [Theory]
    [InlineData("record Reply(string Text, string Model);", "new Reply(response.Text, response.ModelId!)")]
    [InlineData("record Reply(string Text, string Model);", "new Reply(Model: response.ModelId!, Text: response.Text.Trim())")]
    [InlineData("record Reply(string Text, string Model);", "new Reply(\"\", \"\") with { Text = response.Text }")]
    [InlineData("record struct Reply(string Text, string Model);", "new Reply(response.Text, response.ModelId!)")]
    [InlineData(
        "record Reply { public required string Text { get; init; } public string? Model { get; init; } }",
        "new Reply { Text = response.Text, Model = response.ModelId }"
    )]
    [InlineData(
        "class Reply { public string Text { get; set; } = \"\"; public string? Model { get; set; } }",
        "new Reply { Text = response.Text, Model = response.ModelId }"
    )]
    [InlineData(
        "class Reply { public string Text { get; } public string? Model { get; } public Reply(string text, string? model) { Text = text; Model = model; } }",
        "new Reply(response.Text, response.ModelId)"
    )]
    [InlineData(
        "class Reply { private readonly ChatResponse _response; public Reply(ChatResponse response) => _response = response; public string Text => _response.Text; public string? Model => _response.ModelId; }",
        "new Reply(response)"
    )]
    [InlineData(
        "class Reply(ChatResponse response) { public string Text => response.Text.Trim(); public string? Model => response.ModelId; }",
        "new Reply(response)"
    )]
    [InlineData(
        "class Reply(ChatResponse response) { public string Text { get; } = response.Text; public string? Model { get; } = response.ModelId; }",
        "new Reply(response)"
    )]
    public async Task Object_that_carries_the_text(string type, string creation)
    {
        // Passed from method to method, and made and read in the same body; its other members carry something else.
        await Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var reply = await {|RAG2002:CompleteAsync|}(question);
                    return JsonSerializer.Deserialize<Answer>(reply.Text);
                }

                public async Task<Answer?> HereAsync(string question)
                {
                    var response = await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS);
                    var reply = {{creation}};
                    return JsonSerializer.Deserialize<Answer>(reply.Text);
                }

                private async Task<Reply> CompleteAsync(string question)
                {
                    var response = await chat.GetResponseAsync(question, OPTIONS);
                    return {{creation}};
                }
            }

            public {{type}}
            """
        );
        await Programs.VerifyAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var reply = await CompleteAsync(question);
                    return JsonSerializer.Deserialize<Answer>(reply.Model!);
                }

                private async Task<Reply> CompleteAsync(string question)
                {
                    var response = await chat.GetResponseAsync(question);
                    return {{creation}};
                }
            }

            public {{type}}
            """
        );
    }

    [Theory]
    [InlineData("var (text, model) = await {|RAG2002:CompleteAsync|}(question);", "text", true)]
    [InlineData("var reply = await {|RAG2002:CompleteAsync|}(question);", "reply.Text", true)]
    [InlineData("var reply = await {|RAG2002:CompleteAsync|}(question);", "reply.Item1", true)]
    [InlineData("var (text, model) = await CompleteAsync(question);", "model", false)]
    [InlineData("var reply = await CompleteAsync(question);", "reply.Model", false)]
    public Task Tuple(string call, string text, bool isAnswer)
    {
        var source = $$"""
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    {{call}}
                    return JsonSerializer.Deserialize<Answer>({{text}});
                }

                private async Task<(string Text, string Model)> CompleteAsync(string question)
                {
                    var response = await chat.GetResponseAsync(question, OPTIONS);
                    return (response.Text, response.ModelId ?? "");
                }
            }
            """;
        return isAnswer ? Programs.VerifyTwinsAsync(source) : Programs.VerifyAsync(source.Replace("OPTIONS", "new ChatOptions()"));
    }

    [Fact]
    public Task Getter_that_cleans() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>((await {|RAG2002:CompleteAsync|}(question)).Json);

                private async Task<Reply> CompleteAsync(string question) => new() { Text = (await chat.GetResponseAsync(question, OPTIONS)).Text };
            }

            public class Reply
            {
                public string Text { get; set; } = "";

                public string Json => Text.Replace("```json", "").Trim();
            }
            """
        );

    [Fact]
    public Task List_of_answers() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<List<Answer?>> AskAsync(string[] questions)
                {
                    var texts = await {|RAG2002:CompleteAllAsync|}(questions);
                    return texts.Select(text => JsonSerializer.Deserialize<Answer>(text)).ToList();
                }

                private async Task<IReadOnlyList<string>> CompleteAllAsync(string[] questions)
                {
                    var texts = new List<string>();
                    foreach (var question in questions)
                        texts.Add((await chat.GetResponseAsync(question, OPTIONS)).Text);
                    return texts;
                }
            }
            """
        );

    [Fact]
    public Task Retry_helper_that_calls_what_it_is_given() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await Retry.RunAsync(() => {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS));
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }

                public async Task<Answer?> FileAsync(string path)
                {
                    var text = await Retry.RunAsync(() => File.ReadAllTextAsync(path));
                    return JsonSerializer.Deserialize<Answer>(text);
                }
            }

            internal static class Retry
            {
                public static async Task<T> RunAsync<T>(Func<Task<T>> action)
                {
                    for (var attempt = 0; ; attempt++)
                    {
                        try
                        {
                            return await action();
                        }
                        catch (HttpRequestException) when (attempt < 3)
                        {
                            await Task.Delay(1000);
                        }
                    }
                }
            }
            """
        );

    /// <summary>A method that is handed over gets what the method passes that runs it.</summary>
    [Theory]
    [InlineData("{|RAG2002:AskAsync|}(question, Keep)")]
    [InlineData("{|RAG2002:AskAsync|}(question, text => Keep(text))")]
    [InlineData("{|RAG2002:Twice|}(question, Keep)")]
    [InlineData("AskAsync(question, Show)")]
    [InlineData("LoadAsync(question, Keep)")]
    [InlineData("AskStrictlyAsync(question, Keep)")]
    [InlineData("Handed(question, Keep)")]
    public Task Callback(string call) =>
        ParsedAnswers.VerifyAsync(
            $$"""
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public record Answer(string Text);

            public class Desk(IChatClient chat)
            {
                private Answer? _kept;

                public Answer? Kept => _kept;

                public async Task RunAsync(string question) => await {{call}};

                private async Task AskAsync(string question, Func<string, Task> then) => await then((await chat.GetResponseAsync(question)).Text);

                private Task Twice(string question, Func<string, Task> then) => AskAsync(question + "?", then);

                private async Task AskStrictlyAsync(string question, Func<string, Task> then) =>
                    await then((await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() })).Text);

                private async Task LoadAsync(string path, Func<string, Task> then) => await then(await File.ReadAllTextAsync(path));

                private Task Handed(string question, Delegate then) => Task.FromResult(then.DynamicInvoke(question));

                private Task Keep(string text)
                {
                    _kept = JsonSerializer.Deserialize<Answer>(text);
                    return Task.CompletedTask;
                }

                private static Task Show(string text) => Console.Out.WriteLineAsync(text);
            }
            """
        );
}
