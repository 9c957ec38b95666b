namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002: answers and other texts are put into objects of one class, and a member tells them apart.</summary>
public sealed class AnswerParsedWithoutSchemaKindsTests
{
    private const string Entries = """
        private readonly List<Entry> _entries = [];
        private void Take(string json) => _entries.Add(new Entry { Kind = Kind.Order, Name = "order", Body = json });
        public enum Kind { Prose, Order, Note }
        public sealed class Entry { public Kind Kind { get; set; } public string Name { get; set; } = ""; public string Body { get; set; } = ""; }
        public sealed record Piece(Kind Kind, string Body);
        """;

    private const string Prose =
        """_entries.Add(new Entry { Kind = Kind.Prose, Name = "prose", Body = (await chat.GetResponseAsync(question)).Text }); """;

    [Theory]
    [InlineData("foreach (var e in _entries) { if (e.Kind == Kind.Order) Use(JsonDocument.Parse(e.Body)); }")]
    [InlineData("foreach (var e in _entries) { if (e.Name == \"order\") Use(JsonDocument.Parse(e.Body)); }")]
    [InlineData(
        "foreach (var e in _entries) { if (\"order\".Equals(e.Name)) Use(e); else continue; Use(JsonDocument.Parse(_entries.First(x => x.Name == \"order\").Body)); }"
    )]
    [InlineData("foreach (var e in _entries) { if (e.Kind == Kind.Prose) continue; Use(JsonDocument.Parse(e.Body)); }")]
    [InlineData("foreach (var e in _entries) { if (e.Kind is Kind.Order or Kind.Note) Use(JsonDocument.Parse(e.Body)); }")]
    [InlineData("foreach (var e in _entries) { if (e.Kind is not Kind.Prose) Use(JsonDocument.Parse(e.Body)); }")]
    [InlineData("foreach (var e in _entries) { switch (e.Kind) { case Kind.Order: Use(JsonDocument.Parse(e.Body)); break; } }")]
    [InlineData("foreach (var e in _entries) { Use(e.Name switch { \"order\" => JsonDocument.Parse(e.Body), _ => null }); }")]
    [InlineData("foreach (var e in _entries.Where(e => e.Kind == Kind.Order)) Use(JsonDocument.Parse(e.Body));")]
    [InlineData("Use(_entries.Where(e => e.Kind == Kind.Order).Select(e => JsonDocument.Parse(e.Body)));")]
    [InlineData("foreach (var e in _entries) { if (e is { Kind: Kind.Order, Body: var body }) Use(JsonDocument.Parse(body)); }")]
    [InlineData("foreach (var e in _entries) { if (e is { Kind: not Kind.Prose }) Use(JsonDocument.Parse(e.Body)); }")]
    [InlineData("foreach (var e in _entries.Where(e => e is { Kind: Kind.Order })) Use(JsonDocument.Parse(e.Body));")]
    [InlineData(
        "foreach (var e in _entries) { switch (e) { case { Kind: Kind.Order, Body: { } body }: Use(JsonDocument.Parse(body)); break; } }"
    )]
    [InlineData("foreach (var e in _entries) { Use(e switch { { Name: \"order\" } => JsonDocument.Parse(e.Body), _ => null }); }")]
    [InlineData("foreach (var g in _entries.GroupBy(e => e.Kind)) { if (g.Key == Kind.Order) Use(JsonDocument.Parse(g.First().Body)); }")]
    [InlineData("Use(JsonDocument.Parse(_entries.GroupBy(e => e.Name).First(g => g.Key == \"order\").First().Body));")]
    [InlineData("Use(JsonDocument.Parse(_entries.ToLookup(e => e.Kind, e => e.Body)[Kind.Order].First()));")]
    public Task Objects_of_another_kind(string statements) => Desk.ExtensionsAIAsync(Prose + statements, Entries);

    [Theory]
    [InlineData(
        "var text = (await chat.GetResponseAsync(question)).Text; var piece = new Piece(Kind.Prose, text); foreach (var p in new List<Piece> { piece, new(Kind.Order, \"{}\") }) { if (p.Kind == Kind.Order) Use(JsonDocument.Parse(p.Body)); }"
    )]
    [InlineData(
        "Piece[] all = [new(Kind.Prose, (await chat.GetResponseAsync(question)).Text), new(Kind.Order, \"{}\")]; foreach (var (kind, body) in all) { switch (kind) { case Kind.Order: Use(JsonDocument.Parse(body)); break; default: Use(body); break; } }"
    )]
    public Task Records_of_another_kind(string statements) => Desk.ExtensionsAIAsync(statements, Entries);

    [Theory]
    [InlineData("foreach (var e in _entries) { Use(JsonDocument.Parse(e.Body)); }")]
    [InlineData("foreach (var e in _entries) { if (e.Kind == Kind.Prose) Use(JsonDocument.Parse(e.Body)); }")]
    [InlineData("foreach (var e in _entries) { if (e.Kind != Kind.Order) Use(JsonDocument.Parse(e.Body)); }")]
    [InlineData(
        "foreach (var e in _entries) { switch (e.Kind) { case Kind.Prose: case Kind.Order: Use(JsonDocument.Parse(e.Body)); break; } }"
    )]
    [InlineData("foreach (var e in _entries) { if (e.Body != \"\") Use(JsonDocument.Parse(e.Body)); }")]
    [InlineData("foreach (var e in _entries) { if (e.Kind == Kind.Order || e.Body.Length > 2) Use(JsonDocument.Parse(e.Body)); }")]
    [InlineData("foreach (var e in _entries) { if (e is { Kind: Kind.Prose, Body: var body }) Use(JsonDocument.Parse(body)); }")]
    [InlineData(
        "foreach (var e in _entries) { if (e is { Kind: Kind.Prose or Kind.Order, Body: var body }) Use(JsonDocument.Parse(body)); }"
    )]
    [InlineData("foreach (var g in _entries.GroupBy(e => e.Kind)) { if (g.Key != Kind.Order) Use(JsonDocument.Parse(g.First().Body)); }")]
    [InlineData("foreach (var g in _entries.GroupBy(e => e.Kind)) { Use(JsonDocument.Parse(g.First().Body)); }")]
    [InlineData("Use(JsonDocument.Parse(_entries.ToLookup(e => e.Kind, e => e.Body)[Kind.Prose].First()));")]
    public Task Objects_of_the_same_kind(string statements) =>
        Desk.ExtensionsAIAsync(
            Prose.Replace("chat.GetResponseAsync", "{|RAG2002:chat.GetResponseAsync|}", StringComparison.Ordinal) + statements,
            Entries
        );

    private const string Tuples =
        """var all = new List<(string Kind, string Text)>(); all.Add(("prose", (await chat.GetResponseAsync(question)).Text)); all.Add(("order", await http.GetStringAsync("https://orders.example"))); """;

    [Theory]
    [InlineData("foreach (var (kind, text) in all) { if (kind == \"order\") Use(JsonDocument.Parse(text)); }")]
    [InlineData("foreach (var one in all) { if (one.Kind != \"order\") continue; Use(JsonDocument.Parse(one.Text)); }")]
    [InlineData("foreach (var one in all.Where(t => t.Kind == \"order\")) Use(JsonDocument.Parse(one.Text));")]
    [InlineData("Use(JsonDocument.Parse(all.First(t => t.Item1 == \"order\").Text));")]
    public Task Tuples_of_another_kind(string statements) => Desk.ExtensionsAIAsync(Tuples + statements);

    [Theory]
    [InlineData("foreach (var (kind, text) in all) { Use(kind); Use(JsonDocument.Parse(text)); }")]
    [InlineData("foreach (var (kind, text) in all) { if (kind == \"prose\") Use(JsonDocument.Parse(text)); }")]
    [InlineData("foreach (var one in all) { if (one.Kind == \"order\") continue; Use(JsonDocument.Parse(one.Text)); }")]
    [InlineData("foreach (var one in all) { if (one.Text != \"\") Use(JsonDocument.Parse(one.Text)); }")]
    public Task Tuples_of_the_same_kind(string statements) =>
        Desk.ExtensionsAIAsync(
            Tuples.Replace("chat.GetResponseAsync", "{|RAG2002:chat.GetResponseAsync|}", StringComparison.Ordinal) + statements
        );

    private const string Events = """
        private readonly List<Event> _events = [];
        public void Take(string json) => _events.Add(new Ordered(json));
        public abstract record Event(string Payload);
        public record Said(string Payload) : Event(Payload);
        public sealed record Whispered(string Payload) : Said(Payload);
        public sealed record Ordered(string Payload) : Event(Payload);
        """;

    [Theory]
    [InlineData(
        "foreach (var e in _events) { switch (e) { case Ordered o: Use(JsonDocument.Parse(o.Payload)); break; case Said s: Use(s.Payload); break; } }"
    )]
    [InlineData("foreach (var e in _events) { if (e is Ordered o) Use(JsonDocument.Parse(o.Payload)); }")]
    [InlineData("foreach (var e in _events.OfType<Ordered>()) { Use(JsonDocument.Parse(e.Payload)); }")]
    public Task Objects_of_another_type(string statements) =>
        Desk.ExtensionsAIAsync("_events.Add(new Said((await chat.GetResponseAsync(question)).Text)); " + statements, Events);

    [Theory]
    [InlineData("foreach (var e in _events) { Use(JsonDocument.Parse(e.Payload)); }")]
    [InlineData("foreach (var e in _events) { if (e is Said s) Use(JsonDocument.Parse(s.Payload)); }")]
    [InlineData("foreach (var e in _events) { if (e is Whispered w) Use(JsonDocument.Parse(w.Payload)); }")]
    [InlineData("foreach (var e in _events) { Use(JsonDocument.Parse(e is Ordered o ? o.Payload : e.Payload)); }")]
    public Task Objects_of_the_same_type(string statements) =>
        Desk.ExtensionsAIAsync("_events.Add(new Said((await {|RAG2002:chat.GetResponseAsync|}(question)).Text)); " + statements, Events);
}
