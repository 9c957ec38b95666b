using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5013: keys that do not stay, and keys that do not differ.</summary>
public sealed class CopiesInIndexTests
{
    [Theory]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) });"""
    )]
    [InlineData(
        """foreach (var line in File.ReadAllLines("faq.md")) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Guid.NewGuid().ToString(), Text = line });"""
    )]
    [InlineData("""foreach (var chunk in texts) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = text, Text = chunk });""")]
    [InlineData("""foreach (var chunk in texts) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = "handbook", Text = chunk });""")]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) await pages.UpsertAsync(new Page { Id = file, Text = File.ReadAllText(file) });"""
    )]
    [InlineData("""await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = text });""")]
    [InlineData("""var i = 0; foreach (var chunk in texts) await pages.UpsertAsync(new Page { Id = $"{text}-{i++}", Text = chunk });""")]
    [InlineData("""foreach (var chunk in texts) await pages.UpsertAsync(new Page { Id = chunk.GetHashCode() + "", Text = chunk });""")]
    [InlineData("""foreach (var chunk in texts) await pages.UpsertAsync(new Page { Id = NewKey(), Text = chunk });""")]
    [InlineData("""foreach (var chunk in texts) await pages.UpsertAsync(page);""")]
    [InlineData(
        """foreach (var chunk in texts) { if (chunk.Length == 0) continue; var name = Path.GetFileName(text); await {|RAG5013:pages.UpsertAsync|}(new Page { Id = name, Text = chunk.Trim() }); }"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) foreach (var chunk in File.ReadAllLines(file)) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Path.GetFileName(file), Text = chunk });"""
    )]
    [InlineData(
        """foreach (var (heading, part) in texts.Select(t => (t, t.Trim()))) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = $"page {text}", Text = part });"""
    )]
    [InlineData("""for (var i = 0; i < texts.Count; i++) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = text, Text = texts[i] });""")]
    [InlineData(
        """var all = new List<Page>(); foreach (var chunk in texts) all.Add(new Page { Id = text, Text = chunk }); await {|RAG5013:pages.UpsertAsync|}(all);"""
    )]
    [InlineData("""await {|RAG5013:pages.UpsertAsync|}(texts.Select(t => new Page { Id = text, Text = t }));""")]
    [InlineData("""await pages.UpsertAsync(texts.Select((t, i) => new Page { Id = $"{text}-{i}", Text = t }));""")]
    [InlineData("""await pages.UpsertAsync(texts.Select(t => new Page { Id = t, Text = t }));""")]
    [InlineData(
        """var i = 0; foreach (var chunk in texts) { var id = $"{text}_p{++i}"; await pages.UpsertAsync(new Page { Id = id, Text = chunk }); }"""
    )]
    [InlineData("""var i = 0; foreach (var chunk in texts) { i++; await pages.UpsertAsync(new Page { Id = text + i, Text = chunk }); }""")]
    [InlineData(
        """var e = texts.GetEnumerator(); foreach (var chunk in texts) { e.MoveNext(); await pages.UpsertAsync(new Page { Id = e.Current, Text = chunk }); }"""
    )]
    [InlineData(
        """foreach (var chunk in texts) { if (chunk.StartsWith(text)) { await pages.UpsertAsync(new Page { Id = text, Text = chunk }); break; } }"""
    )]
    [InlineData(
        """foreach (var chunk in texts) if (chunk.Trim() == text) await pages.UpsertAsync(new Page { Id = text, Text = chunk });"""
    )]
    [InlineData(
        """foreach (var name in texts) { var each = store.GetCollection<string, Page>(name); await each.UpsertAsync(new Page { Id = "about", Text = name }); }"""
    )]
    [InlineData("""for (var attempt = 0; attempt < 3; attempt++) await pages.UpsertAsync(new Page { Id = "handbook", Text = text });""")]
    [InlineData("""foreach (var chunk in texts) await pages.UpsertAsync(new Page { Id = "", Text = chunk });""")]
    [InlineData("""foreach (var chunk in texts) { page.Id += "x"; await pages.UpsertAsync(new Page { Id = page.Id, Text = chunk }); }""")]
    [InlineData(
        """var n = 0; foreach (var file in Directory.GetFiles("docs")) foreach (var chunk in File.ReadAllLines(file)) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = $"chunk-{n++}", Text = chunk });"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) await {|RAG5013:pages.UpsertAsync|}(File.ReadAllLines(file).Select((t, i) => new Page { Id = i.ToString(), Text = t }));"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = $"{file}-{Guid.NewGuid():N}", Text = File.ReadAllText(file) });"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) await pages.UpsertAsync(File.ReadAllLines(file).Select((t, i) => new Page { Id = file + "#" + i, Text = t }));"""
    )]
    [InlineData(
        """await pages.EnsureCollectionDeletedAsync(); foreach (var line in File.ReadAllLines("faq.md")) await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = line });"""
    )]
    [InlineData(
        """if (await pages.CollectionExistsAsync()) return; foreach (var line in File.ReadAllLines("faq.md")) await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = line });"""
    )]
    public Task Keys(string statements) =>
        Verify.AnalyzerAsync<CopiesInIndex>(
            Indexing.Program(statements, "private string NewKey() => store.ToString() + Environment.TickCount;")
        );

    [Fact]
    public Task In_memory() =>
        Verify.AnalyzerAsync<CopiesInIndex>(
            Indexing.Program(
                """foreach (var line in File.ReadAllLines("faq.md")) await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = line });""",
                types: Indexing.Page384 + "\npublic class InMemoryVectorStore { }"
            )
        );
}
