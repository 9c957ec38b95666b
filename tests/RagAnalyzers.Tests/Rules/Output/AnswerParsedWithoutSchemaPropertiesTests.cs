using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>Answers that are read through properties which read other members: RAG2002, and RAG2012.</summary>
public sealed class AnswerParsedWithoutSchemaPropertiesTests
{
    [Theory]
    [InlineData("class Verdict(ChatResponse answer) { public string Text => answer.Text; }", "new Verdict(response)")]
    [InlineData(
        "class Verdict(ChatResponse answer) { public string Text { get { var text = answer.Text; return text.Trim(); } } }",
        "new Verdict(response)"
    )]
    [InlineData(
        "class Verdict(Inner inner) { private readonly Inner _inner = inner; public string Text => _inner.Text; }",
        "new Verdict(new Inner { Text = response.Text })"
    )]
    [InlineData(
        "class Verdict { public Inner? Result { get; set; } public string Text => Result?.Text ?? \"\"; }",
        "new Verdict { Result = new Inner { Text = response.Text } }"
    )]
    [InlineData(
        "record Verdict(Inner Result) { public string Text => this.Result.Text; }",
        "new Verdict(new Inner { Text = response.Text })"
    )]
    [InlineData(
        "class Verdict(string text) { private string Raw => text; public string Text => Raw.Trim(); }",
        "new Verdict(response.Text)"
    )]
    [InlineData(
        "partial class Verdict(string text) { public partial string Text { get; } } public partial class Verdict { private readonly string _text = text; public partial string Text => _text; }",
        "new Verdict(response.Text)",
        13
    )]
    [InlineData(
        "class Verdict(string text) { public string Text { get => field ??= text.Trim(); } = null!; }",
        "new Verdict(response.Text)",
        14
    )]
    public Task An_object_with_a_getter(string type, string made, int language = 0)
    {
        Language.IsCSharp13(when: language == 13);
        Language.IsCSharp14(when: language == 14);
        return Programs.VerifyTwinsAsync(
            $$"""
            public {{type}}

            public class Inner { public string Text { get; set; } = ""; }

            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS);
                    var verdict = {{made}};
                    return JsonSerializer.Deserialize<Answer>(verdict.Text);
                }
            }
            """
        );
    }

    [Theory]
    [InlineData(
        "class Verdict(ChatResponse answer, string path) { public string Text => File.ReadAllText(path + answer.ResponseId); }",
        "new Verdict(response, question)"
    )]
    [InlineData(
        "class Verdict(ChatResponse answer) { public string Text => \"{ \\\"length\\\": \" + answer.Text.Length + \" }\"; }",
        "new Verdict(response)"
    )]
    [InlineData(
        "class Verdict { public Inner? Result { get; set; } public string Text => Result?.Text ?? \"\"; }",
        "new Verdict { Result = new Inner { Text = response.ResponseId! } }"
    )]
    [InlineData("class Verdict(Inner inner) { public string Text => inner.Text; }", "new Verdict(new Inner())")]
    public Task A_getter_that_gives_something_else(string type, string made) =>
        Programs.VerifyAsync(
            $$"""
            public {{type}}

            public class Inner { public string Text { get; set; } = ""; }

            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await chat.GetResponseAsync(question);
                    var verdict = {{made}};
                    return JsonSerializer.Deserialize<Answer>(verdict.Text);
                }
            }
            """
        );

    [Fact]
    public Task An_extension_property()
    {
        Language.IsCSharp14();
        return Programs.VerifyTwinsAsync(
            """
            public static class Verdicts
            {
                extension(ChatResponse response)
                {
                    public string Verdict => response.Text.Trim();
                }
            }

            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS);
                    return JsonSerializer.Deserialize<Answer>(response.Verdict);
                }
            }
            """
        );
    }

    [Fact]
    public Task An_extension_method_that_parses()
    {
        Language.IsCSharp14();
        return Programs.VerifyTwinsAsync(
            """
            public static class Texts
            {
                extension(string text)
                {
                    public T? As<T>() => JsonSerializer.Deserialize<T>(text);
                }
            }

            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question) =>
                    (await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS)).Text.As<Answer>();

                public async Task<Answer?> ReadAsync(string question, string json)
                {
                    Console.WriteLine((await chat.GetResponseAsync(question)).Text);
                    return json.As<Answer>();
                }
            }
            """
        );
    }

    /// <summary>A property that asks is read where the answer is parsed.</summary>
    [Theory]
    [InlineData("private Task<ChatResponse> Pending => chat.GetResponseAsync(question, OPTIONS);")]
    [InlineData(
        "private Task<ChatResponse>? _pending; private Task<ChatResponse> Pending => _pending ??= chat.GetResponseAsync(question, OPTIONS);"
    )]
    [InlineData("private Task<ChatResponse> Pending => field ??= chat.GetResponseAsync(question, OPTIONS);", true)]
    public Task A_property_that_asks(string property, bool isNew = false)
    {
        Language.IsCSharp14(isNew);
        return Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat, string question)
            {
                {{property}}

                public async Task<Answer?> ReadAsync() => JsonSerializer.Deserialize<Answer>((await {|RAG2002:Pending|}).Text);
            }
            """
        );
    }

    /// <summary>One mistake, one finding: at the call whose answer is kept.</summary>
    [Theory]
    [InlineData("private ChatResponse? Last;")]
    [InlineData("public ChatResponse? Last { get; set; }")]
    public Task A_kept_answer(string member) =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                {{member}}

                public string Text => Last?.Text ?? string.Empty;

                private string Cleaned => Text.Trim();

                public async Task AskAsync(string question) => Last = await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS);

                public Answer? Read() => JsonSerializer.Deserialize<Answer>(Cleaned);
            }
            """
        );

    [Theory]
    [InlineData("private string? Last;")]
    [InlineData("public string? Last { get; private set; }")]
    public Task A_kept_label(string member) =>
        ComparedAnswers.VerifyAsync(
            $$"""
            using Microsoft.Extensions.AI;

            public class Desk(IChatClient chat)
            {
                {{member}}

                private string Verdict => Last ?? "";

                public bool IsSpam => Verdict == "SPAM";

                public async Task AskAsync(string mail)
                {
                    var response = await {|RAG2012:chat.GetResponseAsync|}("Is the mail spam? Answer with the single word SPAM or HAM.\n" + mail);
                    Last = response.Text;
                }
            }
            """
        );

    /// <summary>The prompt demands JSON as well: RAG2002 alone speaks, whoever reads the property.</summary>
    [Fact]
    public Task A_property_whose_prompt_demands_json() =>
        ComparedAnswers.VerifyAsync(
            """
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public record Answer(string Text);

            public class Desk(IChatClient chat)
            {
                private Task<ChatResponse> Pending => chat.GetResponseAsync("Name a city. Answer in JSON.");

                public async Task<Answer?> ReadAsync() => JsonSerializer.Deserialize<Answer>((await {|RAG2002:Pending|}).Text);
            }
            """
        );
}
