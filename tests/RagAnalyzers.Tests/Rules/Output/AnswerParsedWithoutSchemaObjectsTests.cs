using System.Globalization;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// The answer is put into an object, and a method of the object parses what the object has. Every source with a finding is also run with a
/// schema at the model call, and is then silent.
/// </summary>
public sealed class AnswerParsedWithoutSchemaObjectsTests
{
    private const string Types = """

        internal sealed class Captured(string text)
        {
            public string Text => text.Trim();
            public Answer? Read() => JsonSerializer.Deserialize<Answer>(text);
        }

        internal sealed class Assigned
        {
            private readonly string _text;
            public Assigned(int number, string text) { Number = number; _text = text.Trim(); }
            public int Number { get; }
            public Answer? Read() => Parsed();
            private Answer? Parsed() { try { return JsonSerializer.Deserialize<Answer>(_text); } catch (JsonException) { return null; } }
        }

        internal sealed record Listed(string Text)
        {
            public T? As<T>() => JsonSerializer.Deserialize<T>(Text);
        }

        internal sealed class Typed<T>(string raw)
        {
            public string Raw { get; } = raw;
            public T? Value => JsonSerializer.Deserialize<T>(Raw);
            public Answer? Safe { get { try { return JsonSerializer.Deserialize<Answer>(raw); } catch (JsonException) { return null; } } }
        }

        internal abstract class Based
        {
            protected Based(int number, string text) => Text = text;
            protected string Text { get; }
            public Answer? Read() => JsonSerializer.Deserialize<Answer>(Text);
        }

        internal sealed class Derived : Based
        {
            public Derived(string text, string name) : this(text, name, name.Length) { }
            private Derived(string text, string name, int number) : base(number, text.Trim()) => Console.WriteLine(name);
        }

        internal abstract class CapturedBelow(string text)
        {
            public Answer? Read() => JsonSerializer.Deserialize<Answer>(text);
        }

        internal sealed class Primary(string raw, string other) : CapturedBelow(raw.Trim('`'))
        {
            public string Other => other;
        }

        internal sealed class Fixed(string raw) : CapturedBelow(raw.Length.ToString());

        internal sealed class Draft
        {
            public string Body { get; set; } = "";
            public Answer? Read() => JsonSerializer.Deserialize<Answer>(Body);
        }
        """;

    [Theory]
    [InlineData("return new Captured(response.Text).Read();")]
    [InlineData("var reply = new Captured(response.Text); return reply.Read();")]
    [InlineData("return new Assigned(1, response.Text).Read();")]
    [InlineData("var reply = new Assigned(text: response.Text, number: 1); return reply.Read();")]
    [InlineData("return new Listed(response.Text).As<Answer>();")]
    [InlineData("var draft = new Draft { Body = response.Text }; return draft.Read();")]
    [InlineData("var draft = new Draft(); draft.Body = response.Text; return draft.Read();")]
    [InlineData("return new Typed<Answer>(response.Text).Value;")]
    [InlineData("var reply = new Typed<int>(response.Text); return reply.Safe;")]
    [InlineData("return new Derived(response.Text, question).Read();")]
    [InlineData("return new Primary(response.Text.Trim(), question).Read();")]
    [InlineData("return Parsed(new Captured(response.Text)); static Answer? Parsed(Captured reply) => reply.Read();")]
    public Task Object_parses_the_answer_that_it_got(string statements) =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS);
                    {{statements}}
                }
            }
            """ + Types
        );

    [Fact]
    public async Task Type_parameter_of_the_object_is_the_type_that_is_expected() =>
        Assert.Contains(
            "'Answer'",
            (
                await Programs.SingleAsync(
                    """
                    public class Desk(IChatClient chat)
                    {
                        public async Task<Answer?> AskAsync(string question) =>
                            new Typed<Answer>((await chat.GetResponseAsync(question, OPTIONS)).Text).Value;
                    }
                    """ + Types
                )
            ).GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("var reply = new Captured(response.Text); Console.WriteLine(reply.Text); return null;")]
    [InlineData("var stored = new Captured(question); Console.WriteLine(new Captured(response.Text).Text); return stored.Read();")]
    [InlineData("Console.WriteLine(new Typed<Answer>(response.Text).Raw); return new Typed<Answer>(question).Value;")]
    [InlineData("return new Derived(question, response.Text).Read();")]
    [InlineData("return new Primary(question, response.Text).Read();")]
    [InlineData("return new Fixed(response.Text).Read();")]
    [InlineData("Console.WriteLine(response.Text); return new Assigned(response.Text.Length, question).Read();")]
    [InlineData(
        "var draft = new Draft { Body = response.Text }; Console.WriteLine(draft.Body); draft.Body = question; return draft.Read();"
    )]
    [InlineData("return (new Listed(response.Text) with { Text = question }).As<Answer>();")]
    public Task Object_parses_another_text(string statements) =>
        Programs.VerifyAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await chat.GetResponseAsync(question);
                    {{statements}}
                }
            }
            """ + Types
        );
}
