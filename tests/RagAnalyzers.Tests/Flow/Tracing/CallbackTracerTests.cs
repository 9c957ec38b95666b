namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>What a function is called with that is handed to code which calls it.</summary>
public sealed class CallbackTracerTests
{
    [Theory]
    [InlineData("Each(answer, text => Use(Parse(text)));")]
    [InlineData("EachOf(answer, text => Use(Parse(text)));")]
    [InlineData("Second(other, answer, (first, second) => Use(Parse(second)));")]
    [InlineData("Perhaps(answer, text => Use(Parse(text)));")]
    [InlineData("Checked(answer, text => Use(Parse(text)));")]
    [InlineData("Local(text => Use(Parse(text))); void Local(Action<string> use) => use(answer);")]
    [InlineData("Local(other, text => Use(Parse(text))); void Local(string given, Action<string> use) { use(given); use(answer); }")]
    [InlineData("new Caller(answer).Call(text => Use(Parse(text)));")]
    [InlineData("new Caller(other).CallOn(answer, text => Use(Parse(text)));")]
    public Task Called_with_the_answer(string statements) => AnswerFlow.ArrivesAsync(statements, Members);

    [Theory]
    [InlineData("Each(other, text => Use(Parse(text))); Each(answer, text => Use(text));")]
    [InlineData("EachOf(other, text => Use(Parse(text))); EachOf(answer, Use);")]
    [InlineData("Second(other, answer, (first, second) => Use(Parse(first)));")]
    [InlineData("Second(answer, other, (first, second) => Use(Parse(second)));")]
    [InlineData("Never(answer, text => Use(Parse(text)));")]
    [InlineData("Kept(answer, text => Use(Parse(text)));")]
    [InlineData("new Caller(other).Call(text => Use(Parse(text))); new Caller(answer).Call(Use);")]
    [InlineData("new Caller(answer).CallOn(other, text => Use(Parse(text)));")]
    [InlineData("Local(answer, text => Use(Parse(text))); void Local(string given, Action<string> use) => use(other);")]
    public Task Called_with_something_else(string statements) => AnswerFlow.IsLostAsync(statements, Members);

    private const string Members = """
        private static void Each(string text, Action<string> use) => use(text);
        private static void EachOf(string text, Action<string> use) { for (var i = 0; i < 3; i++) { Each(text, use); } }
        private static void Second(string first, string second, Action<string, string> use) => use(first, second);
        private static void Perhaps(string text, Action<string>? use) => use?.Invoke(text.Trim());
        private static void Checked(string text, Action<string>? use) { if (use != null && use is not null) { use(text); } }
        private static void Never(string text, Action<string> use) => Use(text);
        private Action<string>? _kept;
        private void Kept(string text, Action<string> use) { _kept = use; Use(text); }
        private sealed class Caller(string own)
        {
            public void Call(Action<string> use) => use(own);
            public void CallOn(string text, Action<string> use) { Use(own); use(text); }
        }
        """;
}
