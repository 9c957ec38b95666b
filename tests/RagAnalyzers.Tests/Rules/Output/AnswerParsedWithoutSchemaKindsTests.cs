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
    public Task Objects_of_another_kind(string statements) => Desk.ExtensionsAIAsync(Prose + statements, Entries);

    [Theory]
    [InlineData(
        "var text = (await chat.GetResponseAsync(question)).Text; var piece = new Piece(Kind.Prose, text); foreach (var p in new List<Piece> { piece, new(Kind.Order, \"{}\") }) { if (p.Kind == Kind.Order) Use(JsonDocument.Parse(p.Body)); }"
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
    public Task Objects_of_the_same_kind(string statements) =>
        Desk.ExtensionsAIAsync(
            Prose.Replace("chat.GetResponseAsync", "{|RAG2002:chat.GetResponseAsync|}", StringComparison.Ordinal) + statements,
            Entries
        );
}
