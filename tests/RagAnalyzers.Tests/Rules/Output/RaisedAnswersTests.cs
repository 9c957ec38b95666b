namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002 and RAG2012 on answers that events are raised with, and that delegates in members are called with.</summary>
public sealed class RaisedAnswersTests
{
    private const string Ask = "var response = await {|RAG2002:chat.GetResponseAsync|}(question, OPTIONS); ";
    private const string Parse = "Console.WriteLine(JsonSerializer.Deserialize<Answer>(text))";

    [Theory]
    // Raised in every way.
    [InlineData("Answered?.Invoke(response.Text);")]
    [InlineData("if (Answered != null) { Answered(response.Text); }")]
    [InlineData("this.Answered!.Invoke(response.Text.Trim());")]
    [InlineData("var handler = Answered; handler?.Invoke(response.Text);")]
    [InlineData("if (Answered is { } handler) { handler(response.Text); }")]
    [InlineData("Raise(response.Text);", "private void Raise(string answer) => Answered?.Invoke(answer);")]
    [InlineData("Answered?.Invoke(response.Text); Answered?.Invoke(\"{}\");")]
    public Task An_event(string raise, string members = "") =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public event Action<string>? Answered;

                public async Task AskAsync(string question) { {{Ask}}{{raise}} }

                {{members}}
            }

            public class Reader
            {
                public void Wire(Desk desk) => desk.Answered += text => {{Parse}};
            }
            """
        );

    [Theory]
    [InlineData("desk.Answered += OnAnswered;")]
    [InlineData("desk.Answered += new Action<string>(this.OnAnswered);")]
    [InlineData("Action<string> handler = OnAnswered; desk.Answered += handler;")]
    [InlineData("desk.Answered += Read; void Read(string text) => OnAnswered(text);")]
    [InlineData("desk.Answered += text => OnAnswered(text);")]
    [InlineData("desk.Answered += delegate(string text) { " + Parse + "; };")]
    [InlineData("desk.Answered += Console.WriteLine; desk.Answered += OnAnswered;")]
    [InlineData("desk.Answered -= OnAnswered; desk.Answered += OnAnswered;")]
    // Nothing that is certain: taken away, given to others as well, of something else.
    [InlineData("desk.Answered -= OnAnswered;", false)]
    [InlineData("desk.Answered += OnAnswered; socket.Received += OnAnswered;", false)]
    [InlineData("desk.Answered += OnAnswered; other.Answered += OnAnswered;", false)]
    [InlineData("desk.Answered += OnAnswered; GC.KeepAlive((Action<string>)OnAnswered); List<Action<string>> all = [OnAnswered];", true)]
    [InlineData("desk.Answered += OnAnswered; Task.Run(() => { }).ContinueWith(_ => { }); Use(OnAnswered);", false)]
    [InlineData("socket.Received += OnAnswered;", false)]
    public Task A_handler(string wire, bool isFound = true) =>
        Programs.VerifyAsync(
            $$"""
            internal class Desk(IChatClient chat)
            {
                public event Action<string>? Answered;

                public async Task AskAsync(string question)
                {
                    var response = await {{(isFound ? "{|RAG2002:chat.GetResponseAsync|}" : "chat.GetResponseAsync")}}(question);
                    Answered?.Invoke(response.Text);
                }
            }

            internal class Notes
            {
                public event Action<string>? Answered;

                public void Read() => Answered?.Invoke(File.ReadAllText("notes.json"));
            }

            internal class Socket
            {
                public event Action<string>? Received;

                public void Read() => Received?.Invoke(Console.ReadLine()!);
            }

            internal class Reader
            {
                public void Wire(Desk desk, Notes other, Socket socket) { {{wire}} }

                private static void Use(Delegate function) => AppDomain.CurrentDomain.SetData("function", function);

                private void OnAnswered(string text) { {{Parse}}; }
            }
            """
        );

    [Theory]
    [InlineData("EventHandler<AnswerEventArgs>", "Answered?.Invoke(this, new AnswerEventArgs(response.Text));")]
    [InlineData("EventHandler<AnswerEventArgs>", "OnAnswered(new AnswerEventArgs(response.Text));")]
    [InlineData("AnswerHandler", "Answered?.Invoke(this, new(response.Text));")]
    public Task Arguments_of_an_event(string type, string raise) =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public event {{type}}? Answered;

                public async Task AskAsync(string question) { {{Ask}}{{raise}} }

                protected virtual void OnAnswered(AnswerEventArgs args) => Answered?.Invoke(this, args);
            }

            public delegate void AnswerHandler(object? sender, AnswerEventArgs args);

            public class AnswerEventArgs(string text) : EventArgs
            {
                public string Text { get; } = text;
            }

            public class Reader
            {
                public void Wire(Desk desk)
                {
                    desk.Answered += (sender, e) => Console.WriteLine(JsonSerializer.Deserialize<Answer>(e.Text));
                }
            }
            """
        );

    [Fact]
    public Task An_event_of_an_interface() =>
        Programs.VerifyTwinsAsync(
            $$"""
            public interface IDesk { event Action<string>? Answered; }

            public class Desk(IChatClient chat) : IDesk
            {
                public event Action<string>? Answered;

                public async Task AskAsync(string question) { {{Ask}}Answered?.Invoke(response.Text); }
            }

            public class Reader
            {
                public void Wire(IDesk desk) => desk.Answered += text => {{Parse}};
            }
            """
        );

    /// <summary>Where the reading body calls what asks, the call is the place.</summary>
    [Fact]
    public Task A_body_that_asks_and_handles() =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public event Action<string>? Answered;

                public async Task AskAsync(string question) => Answered?.Invoke((await chat.GetResponseAsync(question, OPTIONS)).Text);
            }

            public class Reader(IChatClient chat)
            {
                public async Task ReadAsync(string question)
                {
                    var desk = new Desk(chat);
                    desk.Answered += text => {{Parse}};
                    await {|RAG2002:desk.AskAsync|}(question);
                }
            }
            """
        );

    [Theory]
    [InlineData("public Action<string>? Answered { get; set; }", "desk.Answered = text => PARSE;")]
    [InlineData("public Action<string>? Answered;", "desk.Answered += text => PARSE;")]
    [InlineData("public Action<string> Answered { get; init; } = _ => { };", "_ = new Desk(null!) { Answered = text => PARSE };")]
    [InlineData(
        "private Action<string>? Answered; public void Handle(Action<string> handler) => Answered = handler;",
        "desk.Handle(text => PARSE);"
    )]
    [InlineData("private Action<string>? Answered = text => PARSE;", "")]
    public Task A_delegate_in_a_member(string member, string wire) =>
        Programs.VerifyTwinsAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                {{member.Replace("PARSE", Parse, StringComparison.Ordinal)}}

                public async Task AskAsync(string question) { {{Ask}}Answered?.Invoke(response.Text); }
            }

            public class Reader
            {
                public void Wire(Desk desk) { {{wire.Replace("PARSE", Parse, StringComparison.Ordinal)}} }
            }
            """
        );

    [Theory]
    [InlineData("class Desk(IChatClient chat, Action<string> onAnswer)", "", "onAnswer(response.Text);")]
    [InlineData("record Desk(IChatClient chat, Action<string> OnAnswer)", "", "OnAnswer(response.Text);")]
    [InlineData(
        "class Desk(IChatClient chat, Action<string> onAnswer)",
        "private readonly Action<string> _on = onAnswer;",
        "_on(response.Text);"
    )]
    public Task A_delegate_that_a_constructor_is_given(string type, string members, string call) =>
        Programs.VerifyTwinsAsync(
            $$"""
            public {{type}}
            {
                {{members}}

                public async Task AskAsync(string question) { {{Ask}}{{call}} }
            }

            public class Reader
            {
                public Desk Make(IChatClient chat) => new(chat, Read);

                private static void Read(string text) => {{Parse}};
            }
            """
        );

    /// <summary>Which object a handler was given to is not asked, so whatever raises the event has to agree.</summary>
    [Theory]
    [InlineData("Answered?.Invoke((await chat.GetResponseAsync(question)).Text);", true)]
    [InlineData("Answered?.Invoke(\"\");", true)]
    [InlineData("Answered?.Invoke(question);", false)]
    [InlineData("Answered?.Invoke(File.ReadAllText(question));", false)]
    [InlineData("Answered?.Invoke((await chat.GetResponseAsync(question, " + Programs.Schema + ")).Text);", false)]
    [InlineData("Answered?.Invoke((await chat.GetResponseAsync(question, options)).Text);", false)]
    public Task Several_that_raise_it(string other, bool isFound) =>
        Programs.VerifyAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public event Action<string>? Answered;

                public async Task AskAsync(string question)
                {
                    var response = await {{(isFound ? "{|RAG2002:chat.GetResponseAsync|}" : "chat.GetResponseAsync")}}(question);
                    Answered?.Invoke(response.Text);
                }

                public async Task OtherAsync(string question, ChatOptions options)
                {
                    await Task.Yield();
                    {{(
                isFound ? other.Replace("chat.GetResponseAsync", "{|RAG2002:chat.GetResponseAsync|}", StringComparison.Ordinal) : other
            )}}
                }
            }

            public class Reader
            {
                public void Wire(Desk desk) => desk.Answered += text => {{Parse}};
            }
            """
        );

    [Theory]
    [InlineData("if (text == \"SPAM\") { Drop(); } else if (text == \"HAM\") { Keep(); }")]
    [InlineData("switch (text.Trim()) { case \"SPAM\": Drop(); break; case \"HAM\": Keep(); break; }")]
    [InlineData("Console.WriteLine(text);", false)]
    [InlineData("if (sender is Box) { Keep(); } Console.WriteLine(text.Length);", false)]
    public Task A_label(string handle, bool isFound = true) =>
        ComparedAnswers.VerifyAsync(
            $$"""
            using Microsoft.Extensions.AI;

            public class Desk(IChatClient chat)
            {
                public event EventHandler<string>? Answered;

                public async Task AskAsync(string mail)
                {
                    var response = await {{(
                isFound ? "{|RAG2012:chat.GetResponseAsync|}" : "chat.GetResponseAsync"
            )}}("Is the mail spam? Answer with the single word SPAM or HAM.\n" + mail);
                    Answered?.Invoke(this, response.Text);
                }
            }

            public class Box
            {
                public Box(Desk desk) => desk.Answered += OnAnswered;

                private void OnAnswered(object? sender, string text) { {{handle}} }

                private void Drop() { }

                private void Keep() { }
            }
            """
        );

    [Theory]
    [InlineData("Answered?.Invoke(response.; ", "desk.Answered += text => ")]
    [InlineData("Answered?.(response.Text); ", "desk.Answered += ; desk.Answered += Read(")]
    [InlineData("var h = Answered; h?.Invoke(", "desk. += text => JsonSerializer.Deserialize<Answer>(text")]
    [InlineData("Answered(); Answered.Invoke(this)", "desk.Answered = (a, b, c) => JsonSerializer.Deserialize<Answer>(c);")]
    public Task Half_typed_code(string raise, string wire) =>
        ParsedAnswers.RunAsync(
            $$"""
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public record Answer(string Text);

            public class Desk(IChatClient chat)
            {
                public event Action<string>? Answered;

                public async Task AskAsync(string question) { var response = await chat.GetResponseAsync(question); {{raise}} }
            }

            public class Reader
            {
                public void Wire(Desk desk) { {{wire}} }

                private void Read(string text) => JsonSerializer.Deserialize<Answer>(text);
            }
            """
        );
}
