using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5002 where the database's own types say how large a vector is: collections, columns, fields.</summary>
public sealed class VectorDimensionsMismatchDatabaseTests
{
    private const string Small = """openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator()""";

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ReferenceSets.VectorDatabases,
        .. ReferenceSets.Latest.Where(static d =>
            !ReferenceSets.VectorDatabases.Any(l => Path.GetFileName(l.Display) == Path.GetFileName(d.Display))
        ),
    ];

    [Theory]
    [InlineData("""await {|RAG5002:qdrant.UpsertAsync|}("docs", new[] { new PointStruct { Id = 1, Vectors = vector.ToArray() } });""")]
    [InlineData(
        """var points = new List<PointStruct>(); foreach (var t in texts) { var v = await small.GenerateVectorAsync(t); points.Add(new PointStruct { Vectors = v.ToArray() }); } await {|RAG5002:qdrant.UpsertAsync|}("docs", points);"""
    )]
    [InlineData("""await {|RAG5002:qdrant.SearchAsync|}("docs", vector, limit: 5);""")]
    [InlineData("""await qdrant.SearchAsync("others", vector, limit: 5);""")]
    [InlineData("""await qdrant.SearchAsync("large", vector, limit: 5);""")]
    [InlineData("""await qdrant.SearchAsync("either", vector, limit: 5);""")]
    [InlineData("""await qdrant.SearchAsync(text, vector, limit: 5);""")]
    [InlineData("""await qdrant.SearchAsync("docs", await unknown.GenerateVectorAsync(text), limit: 5);""")]
    [InlineData("""await qdrant.SearchAsync("docs", vector[..384], limit: 5);""")]
    public Task Collection(string statement) =>
        Verify.AnalyzerAsync<VectorDimensionsMismatch>(
            $$"""
            using Microsoft.Extensions.AI;
            using OpenAI;
            using Qdrant.Client;
            using Qdrant.Client.Grpc;

            public class Index(QdrantClient qdrant, OpenAIClient openAI, IEmbeddingGenerator<string, Embedding<float>> unknown)
            {
                private const string Name = "docs";

                public async Task CreateAsync(ulong size)
                {
                    await qdrant.CreateCollectionAsync(Name, new VectorParams { Size = 384, Distance = Distance.Cosine });
                    await qdrant.CreateCollectionAsync("large", new VectorParams { Size = 1536, Distance = Distance.Cosine });
                    await qdrant.CreateCollectionAsync("either", new VectorParams { Size = 384 });
                    await qdrant.RecreateCollectionAsync("either", new VectorParams { Size = size });
                }

                public async Task RunAsync(string text, List<string> texts)
                {
                    var small = {{Small}};
                    var vector = await small.GenerateVectorAsync(text);
                    {{statement}}
                }
            }
            """,
            s_references
        );

    [Theory]
    [InlineData("""{|RAG5002:db.Items.Add|}(new Item { Text = text, Vector = new Vector(vector) });""")]
    [InlineData(
        """var item = new Item { Text = text }; item.Vector = new Vector(vector.ToArray()); await {|RAG5002:db.AddAsync|}(item);"""
    )]
    [InlineData("""_ = db.Items.OrderBy(i => {|RAG5002:i.Vector!.CosineDistance|}(new Vector(vector))).Take(5).ToList();""")]
    [InlineData("""_ = db.Items.OrderBy(i => {|RAG5002:i.Modelled!.CosineDistance|}(new Vector(vector))).Take(5).ToList();""")]
    [InlineData("""db.Items.Add(new Item { Text = text, Right = new Vector(vector) });""")]
    [InlineData("""db.Items.Add(new Item { Text = text, Plain = new Vector(vector) });""")]
    [InlineData("""db.Items.Add(new Item { Text = text, Vector = new Vector(await unknown.GenerateVectorAsync(text)) });""")]
    [InlineData("""new List<Item>().Add(new Item { Text = text, Vector = new Vector(vector) });""")]
    public Task Column(string statement) =>
        Verify.AnalyzerAsync<VectorDimensionsMismatch>(
            $$"""
            using System.ComponentModel.DataAnnotations.Schema;
            using Microsoft.EntityFrameworkCore;
            using Microsoft.Extensions.AI;
            using OpenAI;
            using Pgvector;
            using Pgvector.EntityFrameworkCore;

            public class Item
            {
                public int Id { get; set; }
                public string Text { get; set; } = "";
                [Column(TypeName = "vector(384)")] public Vector? Vector { get; set; }
                [Column(TypeName = "vector(384)")] public Vector? Right { get; set; }
                public Vector? Modelled { get; set; }
                public Vector? Plain { get; set; }
            }

            public class Shop : DbContext
            {
                public DbSet<Item> Items => Set<Item>();

                protected override void OnModelCreating(ModelBuilder model)
                {
                    model.Entity<Item>().Property(i => i.Modelled).HasColumnType("vector(768)");
                    model.Entity<Item>(e => e.Property(i => i.Right).IsRequired().HasColumnType("vector(1536)"));
                }
            }

            public class Index(Shop db, OpenAIClient openAI, IEmbeddingGenerator<string, Embedding<float>> unknown)
            {
                public async Task RunAsync(string text)
                {
                    var small = {{Small}};
                    var vector = await small.GenerateVectorAsync(text);
                    {{statement}}
                }
            }
            """,
            s_references
        );

    [Theory]
    [InlineData(
        """await {|RAG5002:client.UploadDocumentsAsync|}(new[] { new SearchDocument { ["id"] = "1", ["vector"] = vector.ToArray() } });"""
    )]
    [InlineData("""await {|RAG5002:client.MergeOrUploadDocumentsAsync|}(new[] { new Doc { Id = "1", Vector = vector } });""")]
    [InlineData(
        """await {|RAG5002:client.SearchAsync<SearchDocument>|}(text, new SearchOptions { VectorSearch = new() { Queries = { new VectorizedQuery(vector) { Fields = { "plain" } } } } });"""
    )]
    [InlineData("""await client.UploadDocumentsAsync(new[] { new SearchDocument { ["id"] = "1", ["large"] = vector.ToArray() } });""")]
    [InlineData("""await client.UploadDocumentsAsync(new[] { new SearchDocument { ["id"] = "1", ["unheard"] = vector.ToArray() } });""")]
    [InlineData("""await client.UploadDocumentsAsync(new[] { new SearchDocument { ["id"] = "1", ["twice"] = vector.ToArray() } });""")]
    public Task Field(string statement) =>
        Verify.AnalyzerAsync<VectorDimensionsMismatch>(
            $$"""
            using System.Text.Json.Serialization;
            using Azure.Search.Documents;
            using Azure.Search.Documents.Indexes;
            using Azure.Search.Documents.Indexes.Models;
            using Azure.Search.Documents.Models;
            using Microsoft.Extensions.AI;
            using OpenAI;

            public class Doc
            {
                public string Id { get; set; } = "";
                [JsonPropertyName("vector")] public ReadOnlyMemory<float> Vector { get; set; }
            }

            public class Index(SearchClient client, SearchIndexClient indexes, OpenAIClient openAI)
            {
                public async Task CreateAsync()
                {
                    var index = new SearchIndex("docs")
                    {
                        Fields =
                        {
                            new SimpleField("id", SearchFieldDataType.String) { IsKey = true },
                            new VectorSearchField("vector", 384, "profile"),
                            new SearchField("plain", SearchFieldDataType.Collection(SearchFieldDataType.Single)) { VectorSearchDimensions = 3072, VectorSearchProfileName = "profile" },
                            new VectorSearchField("large", 1536, "profile"),
                            new VectorSearchField("twice", 384, "profile"),
                        },
                    };
                    var other = new SearchIndex("others") { Fields = { new VectorSearchField("twice", 1536, "profile") } };
                    await indexes.CreateOrUpdateIndexAsync(index);
                    await indexes.CreateOrUpdateIndexAsync(other);
                }

                public async Task RunAsync(string text)
                {
                    var small = {{Small}};
                    var vector = await small.GenerateVectorAsync(text);
                    {{statement}}
                }
            }
            """
        );
}
