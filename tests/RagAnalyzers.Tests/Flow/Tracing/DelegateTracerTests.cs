using RagAnalyzers.Tests.Rules.Output;

namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>What functions return that are kept, handed over, and called where they do not stand.</summary>
public sealed class DelegateTracerTests
{
    [Theory]
    [InlineData("_get = () => answer; Use(Parse(_get()));")]
    [InlineData("_clean = text => text.Trim(); Use(Parse(_clean(answer)));")]
    [InlineData("var kept = new Kept(() => answer); Use(Parse(kept.Get()));")]
    [InlineData("var kept = new Kept(() => answer); Use(Parse(kept.Read()));")]
    [InlineData("Use(Parse(Run(() => answer)));")]
    [InlineData("Use(Parse(Run(Inner))); string Inner() => answer;")]
    [InlineData("Use(Parse(new[] { answer }.Select(Strip).First()));")]
    [InlineData("Use(Parse(new[] { answer }.Select(Inner).First())); static string Inner(string text) => text.Trim();")]
    [InlineData("Use(Parse(new[] { other }.Select(Inner).First())); string Inner(string text) => text + answer;")]
    [InlineData("Use(Parse(new[] { answer }.Select(Clean).First())); ")]
    [InlineData("Use(Parse(new Lazy<string>(() => answer).Value));")]
    [InlineData("Use(Parse(await Task.Run(() => answer)));")]
    [InlineData("Use(Parse(await Task.Run(Inner))); string Inner() => answer;")]
    public Task Functions_that_return_the_answer(string statements) => AnswerFlow.ArrivesAsync(statements, Members);

    [Theory]
    [InlineData("_get = () => other; Use(Parse(_get())); Use(answer);")]
    [InlineData("_clean = text => \"{}\"; Use(Parse(_clean(answer)));")]
    [InlineData("var kept = new Kept(() => other); Use(Parse(kept.Get())); Use(new Kept(() => answer));")]
    [InlineData("Use(Parse(Run(() => other))); Use(Run(() => answer));")]
    [InlineData("Use(Parse(RunOn(Strip, other))); Use(RunOn(Strip, answer));")]
    [InlineData("Use(Parse(RunOn(Fixed, answer)));")]
    [InlineData("Use(Parse(new[] { answer }.Select(Fixed).First()));")]
    [InlineData("Use(Parse(new[] { answer }.Select(Inner).First())); static string Inner(string text) => \"{}\";")]
    [InlineData("Use(Parse(await Task.Run(() => other))); Use(answer);")]
    [InlineData("Use(Parse(Given(answer)));")]
    public Task Functions_that_return_something_else(string statements) => AnswerFlow.IsLostAsync(statements, Members);

    private const string Members = """
        private Func<string> _get = () => "{}";
        private Func<string, string> _clean = text => "{}";
        public Func<string, string> Given { get; set; } = text => "{}";
        private static string Run(Func<string> get) => get();
        private static string RunOn(Func<string, string> clean, string text) => clean(text);
        private static string Strip(string text) => text.Trim();
        private string Clean(string text) => text.Trim() + question2;
        private readonly string question2 = "";
        private static string Fixed(string text) => "{}";
        private sealed class Kept(Func<string> get)
        {
            public string Get() => get();
            public string Read() { var text = get(); return text.Trim(); }
        }
        """;

    [Theory]
    [InlineData("private readonly Func<string, string> _ask = q => chat.GetResponseAsync(q).Result.Text;")]
    [InlineData("private string _ask(string q) => chat.GetResponseAsync(q).Result.Text;")]
    [InlineData("private Func<string, string> _ask => q => chat.GetResponseAsync(q).Result.Text;")]
    public Task A_function_that_asks(string member) => Desk.ExtensionsAIAsync("Use(JsonNode.Parse({|RAG2002:_ask|}(question)));", member);
}
