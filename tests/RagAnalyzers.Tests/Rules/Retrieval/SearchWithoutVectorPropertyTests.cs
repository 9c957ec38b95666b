using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5005: several vectors, and none named.</summary>
public sealed class SearchWithoutVectorPropertyTests
{
    internal const string TwoVectors = """
        public class Page
        {
            [VectorStoreKey] public string Id { get; set; } = "";
            [VectorStoreData] public string Text { get; set; } = "";
            [VectorStoreVector(3)] public ReadOnlyMemory<float> TitleVector { get; set; }
            [VectorStoreVector(3)] public ReadOnlyMemory<float> TextVector { get; set; }
        }
        """;

    [Theory]
    [InlineData("""await foreach (var hit in {|RAG5005:pages.SearchAsync|}(text, 3)) { }""")]
    [InlineData("""await foreach (var hit in {|RAG5005:pages.SearchAsync|}(page.TextVector, 3, null)) { }""")]
    [InlineData(
        """var options = new VectorSearchOptions<Page> { Skip = 3 }; await foreach (var hit in {|RAG5005:pages.SearchAsync|}(text, 3, options)) { }"""
    )]
    [InlineData(
        """IKeywordHybridSearchable<Page> hybrid = (IKeywordHybridSearchable<Page>)pages; await foreach (var hit in {|RAG5005:hybrid.HybridSearchAsync|}(text, texts, 3)) { }"""
    )]
    [InlineData(
        """var opened = store.GetCollection<string, Page>("p"); await foreach (var hit in {|RAG5005:opened.SearchAsync|}(text, 3)) { }"""
    )]
    [InlineData(
        """await foreach (var hit in pages.SearchAsync(text, 3, new VectorSearchOptions<Page> { VectorProperty = p => p.TextVector })) { }"""
    )]
    [InlineData(
        """var options = new VectorSearchOptions<Page>(); options.VectorProperty = p => p.TextVector; await foreach (var hit in pages.SearchAsync(text, 3, options)) { }"""
    )]
    public Task Two_vectors(string statements) => Check(statements, TwoVectors);

    [Theory]
    [InlineData("await foreach (var hit in pages.SearchAsync(text, 3, Options())) { }")]
    [InlineData("await foreach (var hit in pages.SearchAsync(text, 3, given)) { }")]
    public Task Options_that_are_not_seen(string statements) =>
        Check(
            $$"""await RunAsync(new VectorSearchOptions<Page>()); async Task RunAsync(VectorSearchOptions<Page> unused) { await Task.Yield(); }""",
            TwoVectors
                + $$"""
                public class Other(Func<VectorSearchOptions<Page>> Options, VectorSearchOptions<Page> given)
                {
                    public async Task FindAsync(VectorStoreCollection<string, Page> pages, string text)
                    {
                        {{statements}}
                    }
                }
                """
        );

    [Fact]
    public Task One_vector() => Check("await foreach (var hit in pages.SearchAsync(text, 3)) { }", Indexing.Page384);

    [Fact]
    public Task Definition_with_one_vector() =>
        Check(
            """
            var definition = new VectorStoreCollectionDefinition { Properties = [new VectorStoreVectorProperty("TextVector", typeof(ReadOnlyMemory<float>), 3)] };
            var opened = store.GetCollection<string, Page>("p", definition);
            await foreach (var hit in opened.SearchAsync(text, 3)) { }
            await foreach (var hit in pages.SearchAsync(text, 3)) { }
            """,
            TwoVectors
        );

    private static Task Check(string statements, string types) =>
        Verify.AnalyzerAsync<SearchWithoutVectorProperty>(Indexing.Program(statements, types: types));
}
