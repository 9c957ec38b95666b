using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5004: documents of one model, queries of another.</summary>
public sealed class DifferentEmbeddingModelsTests
{
    private const string Page1536 = """
        public class Page
        {
            [VectorStoreKey] public string Id { get; set; } = "";
            [VectorStoreData] public string Text { get; set; } = "";
            [VectorStoreVector(1536)] public ReadOnlyMemory<float> Vector { get; set; }
        }
        """;

    [Theory]
    [InlineData("text-embedding-ada-002", "text-embedding-3-small", true)]
    [InlineData("text-embedding-3-small", "text-embedding-3-small", false)]
    [InlineData("text-embedding-3-small", "openai/text-embedding-3-small", false)]
    [InlineData("text-embedding-3-small", "our-embeddings", false)]
    [InlineData("documents", "queries", false)]
    public Task Across_methods(string documents, string queries, bool isWrong) =>
        Check(
            $$"""
            var query = openAI.GetEmbeddingClient("{{queries}}").AsIEmbeddingGenerator();
            await foreach (var hit in {{Mark("pages.SearchAsync", isWrong)}}(await query.GenerateVectorAsync(text), 3)) { }
            """,
            $$"""
            public async Task FillAsync(List<Page> all)
            {
                var embedder = openAI.GetEmbeddingClient("{{documents}}").AsIEmbeddingGenerator();
                foreach (var page in all)
                {
                    page.Vector = await embedder.GenerateVectorAsync(page.Text);
                    await pages.UpsertAsync(page);
                }
            }
            """
        );

    /// <summary>Two searches with one embedder are one mistake; each with its own are two.</summary>
    [Fact]
    public Task Asked_with_one_embedder() =>
        Check(
            """
            page.Vector = await openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator().GenerateVectorAsync(page.Text);
            await pages.UpsertAsync(page);
            var query = openAI.GetEmbeddingClient("text-embedding-ada-002").AsIEmbeddingGenerator();
            await foreach (var hit in {|RAG5004:pages.SearchAsync|}(await query.GenerateVectorAsync(text), 3)) { }
            await foreach (var hit in pages.SearchAsync(await query.GenerateVectorAsync(texts[0]), 3)) { }
            var other = openAI.GetEmbeddingClient("text-embedding-ada-002").AsIEmbeddingGenerator();
            await foreach (var hit in {|RAG5004:pages.SearchAsync|}(await other.GenerateVectorAsync(text), 3)) { }
            """
        );

    [Theory]
    [InlineData("text-embedding-3-large")] // The size does not fit: that is RAG5002.
    [InlineData("nomic-embed-text")]
    public Task Other_sizes(string queries) =>
        Check(
            $$"""
            page.Vector = await openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator().GenerateVectorAsync(page.Text);
            await pages.UpsertAsync(page);
            var query = openAI.GetEmbeddingClient("{{queries}}").AsIEmbeddingGenerator();
            await foreach (var hit in pages.SearchAsync(await query.GenerateVectorAsync(text), 3)) { }
            """
        );

    [Fact]
    public Task Some_documents_are_unknown() =>
        Check(
            """
            page.Vector = await openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator().GenerateVectorAsync(page.Text);
            await pages.UpsertAsync(page);
            await pages.UpsertAsync(new Page { Vector = await unknown.GenerateVectorAsync(text) });
            var query = openAI.GetEmbeddingClient("text-embedding-ada-002").AsIEmbeddingGenerator();
            await foreach (var hit in pages.SearchAsync(await query.GenerateVectorAsync(text), 3)) { }
            """
        );

    [Theory]
    [InlineData("text-embedding-3-large", true)]
    [InlineData("text-embedding-3-small", false)]
    public Task Compared_in_memory(string other, bool isWrong) =>
        Check(
            $$"""
            var one = await openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator().GenerateVectorAsync(text);
            var two = await openAI.GetEmbeddingClient("{{other}}").AsIEmbeddingGenerator().GenerateVectorAsync(page.Text);
            _ = {{Mark("System.Numerics.Tensors.TensorPrimitives.CosineSimilarity", isWrong)}}(one.Span, two.Span);
            """
        );

    private static string Mark(string call, bool isWrong) => isWrong ? $"{{|RAG5004:{call}|}}" : call;

    private static Task Check(string statements, string members = "") =>
        Verify.AnalyzerAsync<DifferentEmbeddingModels>(Indexing.Program(statements, members, Page1536));
}
