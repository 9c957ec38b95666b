using RagAnalyzers.Tests.Rules.Output;

namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>Values on their way through objects of own types, callbacks, helpers that fill a buffer, and members that a method fills.</summary>
public sealed class ValueTracerCarriersTests
{
    private const string Types = """

        public class PublicSetter { public PublicSetter(string text) { Text = text; } public string Text { get; set; } }
        public class PrivateSetter { public PrivateSetter(string text) { Text = text; } public string Text { get; private set; } }
        public class InitOnly { public InitOnly(string text) => Text = text; public string Text { get; init; } }
        public class PublicField { public PublicField(string text) { Text = text; } public string Text; }
        public struct Struct { public Struct(string text) { Text = text; } public string Text; }
        public class Primary(string text) { public string Text { get; set; } = text; }
        public class Chained { public Chained(string text) : this("user", text) { } public Chained(string role, string text) { Role = role; Text = text; } public string Role { get; set; } public string Text { get; set; } }
        public class Derived(string text) : PublicSetter(text);
        public class DerivedExplicitly : PublicSetter { public DerivedExplicitly(int count, string text) : base(text) { } }
        public class Trimming { public Trimming(string text) { Raw = text; Text = Raw.Trim(); } public string Raw { get; set; } public string Text { get; set; } }
        public class Made { public string Text { get; private set; } = ""; public static Made Of(string text) => new() { Text = text }; public static Made From(string role, Made other) => new() { Text = other.Text }; }
        public class Role { public Role(string role, string text) { Name = role; Text = text; } public string Name { get; set; } public string Text { get; set; } }
        public class Box<T> { public Box(T value) { Value = value; } public T Value { get; set; } }
        """;

    private static Task VerifyAsync(string call, string statements, string members = "") =>
        ParsedAnswers.VerifyAsync(
            Desk.ExtensionsAI(
                $"""
                var answer = (await {call}(question)).Text;
                var other = await File.ReadAllTextAsync("other.json");
                {statements}
                Console.WriteLine(answer + other);
                """,
                "private static object? Parse(string? json) => JsonNode.Parse(json!);\n" + members
            ) + Types
        );

    private static Task ArrivesAsync(string statements, string members = "") =>
        VerifyAsync("{|RAG2002:chat.GetResponseAsync|}", statements, members);

    private static Task IsLostAsync(string statements, string members = "") => VerifyAsync("chat.GetResponseAsync", statements, members);

    [Theory]
    [InlineData("new PublicSetter(answer).Text")]
    [InlineData("new PrivateSetter(answer).Text")]
    [InlineData("new InitOnly(answer).Text")]
    [InlineData("new PublicField(answer).Text")]
    [InlineData("new Struct(answer).Text")]
    [InlineData("new Primary(answer).Text")]
    [InlineData("new Chained(answer).Text")]
    [InlineData("new Chained(\"user\", answer).Text")]
    [InlineData("new Derived(answer).Text")]
    [InlineData("new DerivedExplicitly(3, answer).Text")]
    [InlineData("new Trimming(answer).Text")]
    [InlineData("Made.Of(answer).Text")]
    [InlineData("Made.From(\"x\", Made.Of(answer)).Text")]
    [InlineData("new Role(other, answer).Text")]
    [InlineData("new Box<string>(answer).Value")]
    [InlineData("new List<Role> { new(other, answer) }[0].Text")]
    [InlineData("new[] { new PublicSetter(answer) }.Select(one => one.Text).First()")]
    public Task Constructors(string value) => ArrivesAsync($"Use(Parse({value}));");

    [Theory]
    [InlineData("new PublicSetter(other).Text")]
    [InlineData("new PublicSetter(answer) { Text = other }.Text")]
    [InlineData("new Chained(answer, other).Text")]
    [InlineData("new Chained(answer).Role")]
    [InlineData("new Role(answer, other).Text")]
    [InlineData("new Role(other, answer).Name")]
    [InlineData("new DerivedExplicitly(answer.Length, other).Text")]
    public Task Constructors_that_put_it_elsewhere(string value) => IsLostAsync($"Use(Parse({value}));");

    [Theory]
    [InlineData("Feed(answer, text => Use(Parse(text)));", "private static void Feed(string text, Action<string> take) => take(text);")]
    [InlineData(
        "Feed(answer, text => Use(Parse(text)));",
        "private static void Feed(string text, Action<string>? take) => take?.Invoke(text);"
    )]
    [InlineData(
        "await FeedAsync(answer, async text => { await Task.Yield(); Use(Parse(text)); });",
        "private static async Task FeedAsync(string text, Func<string, Task> take) { await take(text); }"
    )]
    [InlineData(
        "Outer(answer, text => Use(Parse(text)));",
        "private static void Outer(string text, Action<string> take) => Inner(take, text); private static void Inner(Action<string> take, string text) => take(text);"
    )]
    [InlineData("Feed(text => Use(Parse(text))); void Feed(Action<string> take) => take(answer);", "")]
    [InlineData(
        "Use(Parse(await RetryAsync(async () => { await Task.Yield(); return answer; })));",
        "private static async Task<T> RetryAsync<T>(Func<Task<T>> run) { for (var i = 0; ; i++) { try { return await run(); } catch (TimeoutException) when (i < 3) { } } }"
    )]
    [InlineData(
        "var known = new System.Collections.Concurrent.ConcurrentDictionary<string, string>(); Use(Parse(known.GetOrAdd(question, _ => answer)));",
        ""
    )]
    public Task Callbacks(string statements, string members) => ArrivesAsync(statements, members);

    [Theory]
    [InlineData("Feed(answer, text => Use(Parse(text)));", "private static void Feed(string text, Action<string> take) => take(\"{}\");")]
    [InlineData(
        "Feed(answer, (text, more) => Use(Parse(more)));",
        "private static void Feed(string text, Action<string, string> take) => take(text, \"{}\");"
    )]
    [InlineData(
        "Feed(other, text => Use(Parse(text))); Feed(answer, text => Use(text));",
        "private static void Feed(string text, Action<string> take) => take(text);"
    )]
    [InlineData("Feed(answer, text => Use(Parse(text)));", "private static void Feed(string text, Action<string> take) { }")]
    [InlineData(
        "Again(answer, text => Use(Parse(text)));",
        "private static void Again(string text, Action<string> take) { if (text.Length > 0) Again(text[1..], take); }"
    )]
    public Task Callbacks_that_get_something_else(string statements, string members) => IsLostAsync(statements, members);

    [Theory]
    [InlineData(
        "var all = new StringBuilder(); Take(all, answer); Use(Parse(all.ToString()));",
        "private static void Take(StringBuilder all, string piece) { Console.Write(piece); all.Append(piece); }"
    )]
    [InlineData(
        "var all = new StringBuilder(); Outer(all, answer); Use(Parse(all.ToString()));",
        "private static void Outer(StringBuilder all, string piece) => Take(all, piece); private static void Take(StringBuilder all, string piece) => all.Append(piece);"
    )]
    [InlineData(
        "var all = new StringBuilder(); Take(answer); Use(Parse(all.ToString())); void Take(string piece) => all.Append(piece);",
        ""
    )]
    [InlineData(
        "var all = new List<string>(); Take(all, answer); Use(Parse(all[0]));",
        "private static void Take(List<string> all, string piece) => all.Add(piece);"
    )]
    public Task Helpers_that_fill_a_buffer(string statements, string members) => ArrivesAsync(statements, members);

    [Theory]
    [InlineData(
        "var all = new StringBuilder(); Take(all, answer); Use(Parse(all.ToString()));",
        "private static void Take(StringBuilder all, string piece) { Console.Write(piece); all.Append('.'); }"
    )]
    [InlineData(
        "var all = new StringBuilder(); Take(all, answer); Use(Parse(all.ToString()));",
        "private static void Take(StringBuilder all, string piece) => all.Append(\"Title: \").Append(piece);"
    )]
    [InlineData(
        "var all = new StringBuilder(); Take(all, other); Take(new StringBuilder(), answer); Use(Parse(all.ToString()));",
        "private static void Take(StringBuilder all, string piece) => all.Append(piece);"
    )]
    public Task Helpers_that_fill_it_with_something_else(string statements, string members) => IsLostAsync(statements, members);

    [Theory]
    [InlineData("Keep(answer); Use(Parse(_kept));", "private string? _kept; private void Keep(string text) => _kept = text;")]
    [InlineData("Keep(answer); Use(Parse(Kept));", "public string? Kept { get; set; } private void Keep(string text) => Kept = text;")]
    [InlineData(
        "Keep(answer); Use(Parse(_kept.ToString()));",
        "private readonly StringBuilder _kept = new(); private void Keep(string text) => _kept.Append(text);"
    )]
    public Task Members_that_a_method_fills(string statements, string members) => ArrivesAsync(statements, members);

    [Theory]
    [InlineData("Keep(other); Use(Parse(_kept));", "private string? _kept; private void Keep(string text) => _kept = text;")]
    [InlineData(
        "Keep(answer); Use(Parse(_other));",
        "private string? _kept; private string? _other; private void Keep(string text) => _kept = text;"
    )]
    [InlineData(
        "Keep(answer); _kept = other; Use(Parse(_kept));",
        "private string? _kept; private void Keep(string text) => _kept = text;"
    )]
    public Task Members_that_hold_something_else(string statements, string members) => IsLostAsync(statements, members);
}
