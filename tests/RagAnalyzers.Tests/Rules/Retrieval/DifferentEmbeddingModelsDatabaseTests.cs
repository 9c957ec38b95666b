using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5004 in databases that know no records: collections, columns and fields by their names.</summary>
public sealed class DifferentEmbeddingModelsDatabaseTests
{
    private const string Members = """
        private readonly IEmbeddingGenerator<string, Embedding<float>> ada = openAI.GetEmbeddingClient("text-embedding-ada-002").AsIEmbeddingGenerator();
            private readonly IEmbeddingGenerator<string, Embedding<float>> small = openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator();
        """;

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ReferenceSets.VectorDatabases,
        .. ReferenceSets.Latest.Where(static d =>
            !ReferenceSets.VectorDatabases.Any(l => Path.GetFileName(l.Display) == Path.GetFileName(d.Display))
        ),
    ];

    [Theory]
    [InlineData("""await {|RAG5004:qdrant.SearchAsync|}("docs", await ada.GenerateVectorAsync(text), limit: 5);""")]
    [InlineData("""await {|RAG5004:qdrant.SearchAsync|}(Name, await ada.GenerateVectorAsync(text), limit: 5);""")]
    [InlineData("""await {|RAG5004:qdrant.QueryAsync|}(Name, (await ada.GenerateVectorAsync(text)).ToArray(), limit: 5);""")]
    [InlineData("""await qdrant.SearchAsync("docs", await small.GenerateVectorAsync(text), limit: 5);""")]
    [InlineData("""await qdrant.SearchAsync("docs", await unknown.GenerateVectorAsync(text), limit: 5);""")]
    [InlineData("""await qdrant.SearchAsync("others", await ada.GenerateVectorAsync(text), limit: 5);""")]
    [InlineData("""await qdrant.SearchAsync(text, await ada.GenerateVectorAsync(text), limit: 5);""")]
    [InlineData("""await qdrant.SearchAsync("both", await ada.GenerateVectorAsync(text), limit: 5);""")]
    [InlineData(
        """await qdrant.UpsertAsync("docs", points); await qdrant.SearchAsync("docs", await ada.GenerateVectorAsync(text), limit: 5);"""
    )]
    [InlineData(
        """await qdrant.UpsertAsync(text, points); await qdrant.SearchAsync("docs", await ada.GenerateVectorAsync(text), limit: 5);"""
    )]
    public Task Collection(string statement) =>
        Verify.AnalyzerAsync<DifferentEmbeddingModels>(
            $$"""
            using Microsoft.Extensions.AI;
            using OpenAI;
            using Qdrant.Client;
            using Qdrant.Client.Grpc;

            public class Index(QdrantClient qdrant, OpenAIClient openAI, IEmbeddingGenerator<string, Embedding<float>> unknown)
            {
                private const string Name = "docs";
                {{Members}}

                public async Task FillAsync(string text)
                {
                    var vector = await small.GenerateVectorAsync(text);
                    await qdrant.UpsertAsync(Name, new[] { new PointStruct { Id = 1, Vectors = vector.ToArray() } });
                    await qdrant.UpsertAsync("both", new[] { new PointStruct { Id = 1, Vectors = vector.ToArray() } });
                    await qdrant.UpsertAsync("both", new[] { new PointStruct { Id = 1, Vectors = (await ada.GenerateVectorAsync(text)).ToArray() } });
                }

                public async Task RunAsync(string text, List<PointStruct> points)
                {
                    {{statement}}
                }
            }
            """,
            s_references
        );

    [Theory]
    [InlineData("ada", "", true)]
    [InlineData("small", "", false)]
    [InlineData("unknown", "", false)]
    [InlineData("ada", "item.Vector = given;", false)]
    public Task Column(string query, string more, bool isWrong) =>
        Verify.AnalyzerAsync<DifferentEmbeddingModels>(
            $$"""
            using Microsoft.EntityFrameworkCore;
            using Microsoft.Extensions.AI;
            using OpenAI;
            using Pgvector;
            using Pgvector.EntityFrameworkCore;

            public class Item
            {
                public int Id { get; set; }
                public string Text { get; set; } = "";
                public Vector? Vector { get; set; }
            }

            public class Index(DbSet<Item> items, OpenAIClient openAI, IEmbeddingGenerator<string, Embedding<float>> unknown)
            {
                {{Members}}

                public async Task FillAsync(string text, Vector given)
                {
                    var item = new Item { Text = text, Vector = new Vector(await small.GenerateVectorAsync(text)) };
                    {{more}}
                    items.Add(item);
                }

                public async Task RunAsync(string text)
                {
                    var vector = new Vector(await {{query}}.GenerateVectorAsync(text));
                    _ = items.OrderBy(i => {{(
                isWrong ? "{|RAG5004:i.Vector!.CosineDistance|}" : "i.Vector!.CosineDistance"
            )}}(vector)).Take(5).ToList();
                }
            }
            """,
            s_references
        );

    [Theory]
    [InlineData("ada", "vector", "", true)]
    [InlineData("small", "vector", "", false)]
    [InlineData("ada", "other", "", false)]
    [InlineData("unknown", "vector", "", false)]
    [InlineData("ada", "vector", """_ = new SearchClient(new Uri("https://a.b"), "others", new Azure.AzureKeyCredential("key"));""", false)]
    [InlineData("ada", "vector", """_ = new SearchClient(new Uri("https://a.b"), "docs", new Azure.AzureKeyCredential("key"));""", true)]
    [InlineData("ada", "vector", """await client.UploadDocumentsAsync(given);""", false)]
    public Task Field(string query, string field, string more, bool isWrong) =>
        Verify.AnalyzerAsync<DifferentEmbeddingModels>(
            $$"""
            using Azure.Search.Documents;
            using Azure.Search.Documents.Models;
            using Microsoft.Extensions.AI;
            using OpenAI;

            public class Index(OpenAIClient openAI, IEmbeddingGenerator<string, Embedding<float>> unknown)
            {
                private readonly SearchClient client = new(new Uri("https://a.b"), "docs", new Azure.AzureKeyCredential("key"));
                {{Members}}

                public async Task FillAsync(string text, List<SearchDocument> given)
                {
                    var vector = await small.GenerateVectorAsync(text);
                    await client.UploadDocumentsAsync(new[] { new SearchDocument { ["id"] = "1", ["vector"] = vector.ToArray() } });
                    {{more}}
                }

                public async Task RunAsync(string text)
                {
                    var options = new SearchOptions { VectorSearch = new() { Queries = { new VectorizedQuery(await {{query}}.GenerateVectorAsync(text)) { Fields = { "{{field}}" } } } } };
                    await {{(
                isWrong ? "{|RAG5004:client.SearchAsync<SearchDocument>|}" : "client.SearchAsync<SearchDocument>"
            )}}(text, options);
                }
            }
            """
        );
}
