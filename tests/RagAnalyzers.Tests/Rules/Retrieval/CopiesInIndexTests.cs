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
