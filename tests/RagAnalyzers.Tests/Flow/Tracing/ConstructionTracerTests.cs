namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>What an object holds by the constructor that made it.</summary>
public sealed class ConstructionTracerTests
{
    [Theory]
    [InlineData("Use(Parse(new Held(answer).Text));")]
    [InlineData("Use(Parse(new Held(answer, 1).Text));")]
    [InlineData("Use(Parse(new Held(first: other, second: answer).Second));")]
    [InlineData("Use(Parse(new Derived(answer).Text));")]
    [InlineData("Use(Parse(new Derived(answer, other).Text));")]
    [InlineData("Use(Parse(new Captured(answer).Text));")]
    [InlineData("Use(Parse(new CapturedBelow(answer).Text));")]
    [InlineData("Use(Parse(new Perhaps(answer, question).Text));")]
    [InlineData("Use(Parse(new Started(answer).Text));")]
    [InlineData("Use(Parse(new Taken(answer, other).Text));")]
    [InlineData("Use(Parse(new Replaced(other, answer).Text));")]
    [InlineData("Use(Parse(new ReplacedUnlessEmpty(answer, other).Text));")]
    [InlineData("Use(Parse(new ReplacedAtTimes(answer, other).Text));")]
    [InlineData("Use(Parse(new ReadBetween(answer, other).First));")]
    [InlineData("Use(Parse(new ReplacedByBase(other, answer).Text));")]
    [InlineData("Use(Parse(new Lazily(answer, other).Text));")]
    [InlineData("Use(Parse(new Gathered(answer, other).Text));")]
    [InlineData("Use(Parse(new Asked(answer, 1).Text));")]
    public Task Held(string statements) => AnswerFlow.ArrivesAsync(statements, Types);

    [Theory]
    [InlineData("Use(Parse(new Held(first: other, second: answer).Text));")]
    [InlineData("Use(Parse(new Held(other, 1).Text)); Use(new Held(answer).Text);")]
    [InlineData("Use(Parse(new Derived(other, answer).Text));")]
    [InlineData("Use(Parse(new Taken(other, answer).Text));")]
    [InlineData("Use(Parse(new Captured(other).Text)); Use(new Captured(answer).Text);")]
    [InlineData("Use(Parse(new CapturedBelow(other).Text)); Use(new CapturedBelow(answer).Text);")]
    [InlineData("Use(Parse(new Initialized(answer).Text));")]
    [InlineData("Use(Parse(new Replaced(answer, other).Text));")]
    [InlineData("Use(Parse(new ReplacedByBase(answer, other).Text));")]
    [InlineData("Use(Parse(new Asked(other).Text)); Use(new Asked(answer, 1).Text);")]
    public Task Not_held(string statements) => AnswerFlow.IsLostAsync(statements, Types);

    private const string Types = """
        private class Held
        {
            public string Text { get; }
            public string Second { get; } = "";
            public Held(string text) => Text = text;
            public Held(string text, int length) : this(text) => Use(length);
            public Held(string first, string second) { Text = first; Second = second; }
        }
        private sealed class Derived : Held
        {
            public Derived(string text) : base(text) { }
            public Derived(string text, string unread) : base(text) => Use(unread);
        }
        private class Captured(string text) { public string Text => text; }
        private sealed class CapturedBelow(string text) : Captured(text);
        private sealed class Perhaps
        {
            public string Text { get; } = "";
            public Perhaps(string text, string question) { if (question.Length > 0) { Text = text; } }
        }
        private sealed class Started
        {
            public string Text { get; }
            public Started(string text) { Text = "{}"; Text = text; }
        }
        private sealed class Taken
        {
            public string Text { get; }
            public string Rest { get; }
            public Taken(string text, string rest) => (Text, Rest) = (text, rest);
        }
        private sealed class Replaced
        {
            public string Text { get; }
            public Replaced(string text, string last) { Text = text; Use(Text); Text = last; }
        }
        private sealed class ReplacedUnlessEmpty
        {
            public string Text { get; }
            public ReplacedUnlessEmpty(string text, string last) { Text = text; if (last.Length == 0) { return; } Text = last; }
        }
        private sealed class ReplacedAtTimes
        {
            public string Text { get; }
            public ReplacedAtTimes(string text, string last) { Text = text; if (last.Length > 0) { Text = last; } }
        }
        private sealed class ReadBetween
        {
            private string _text;
            public string First { get; }
            public ReadBetween(string text, string last) { _text = text; First = Read(); _text = last; }
            private string Read() => _text;
        }
        private class Based
        {
            public string Text { get; protected set; }
            public Based(string text) => Text = text;
        }
        private sealed class ReplacedByBase : Based
        {
            public ReplacedByBase(string text, string last) : base(text) { Text = text + text; Text = last; }
        }
        private sealed class Lazily
        {
            public string Text { get; private set; }
            public Lazily(string text, string last) { Action later = () => Text = text; Text = last; later(); }
        }
        private sealed class Gathered
        {
            public string Text { get; }
            public Gathered(string text, string last) { Text = text; Text = Text + last; }
        }
        private sealed class Asked
        {
            public string Text { get; }
            public Asked(string text) { Text = text; }
            public Asked(string text, int length) { Text = text.Trim(); Use(length); }
        }
        private sealed class Initialized
        {
            public string Text { get; } = "{}";
            public Initialized(string text) => Use(text);
        }
        """;
}
