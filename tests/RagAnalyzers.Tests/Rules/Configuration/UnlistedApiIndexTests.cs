using RagAnalyzers.Rules.Configuration;
using RagAnalyzers.Tests.Configuration.Apis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Configuration;

/// <summary>What the table is told of members that read from an index, or write into it.</summary>
public sealed class UnlistedApiIndexTests
{
    private const string Usings = """
        using Azure.Search.Documents;
        using Azure.Search.Documents.Models;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.VectorData;

        namespace Contoso;

        public sealed class Chunk
        {
            [VectorStoreKey]
            public required string Id { get; set; }

            [VectorStoreData]
            public required string Text { get; set; }

            [VectorStoreVector(1536)]
            public ReadOnlyMemory<float> Vector { get; set; }
        }

        public sealed record Inquiry(string Question, int Count, string Category);


        """;

    [Theory]
    [InlineData("text, new SearchOptions { Size = count, Filter = filter }", "retrieval query=text top=count filter=filter")]
    [InlineData("text, new SearchOptions { Size = 3, Filter = $\"category eq '{filter}'\" }", "retrieval query=text")]
    [InlineData(
        "null, new SearchOptions { Size = count, VectorSearch = new() { Queries = { new VectorizedQuery(vector) { KNearestNeighborsCount = count } } } }",
        "retrieval query=vector top=count"
    )]
    [InlineData("inquiry.Question, new SearchOptions { Size = inquiry.Count, Filter = inquiry.Category }", "retrieval query=inquiry")]
    [InlineData("text, new SearchOptions { Size = inquiry.Count, Filter = inquiry.Category }", "retrieval query=text")]
    public Task The_question_is_told_from_the_other_settings(string arguments, string meaning) =>
        VerifyAsync(
            $$"""
            public sealed class Handbook(SearchClient search)
            {
                public async Task<string> {|#0:FindAsync|}(string text, float[] vector, int count, string filter, Inquiry inquiry)
                {
                    var found = await search.SearchAsync<Chunk>({{arguments}});
                    var passages = "";
                    await foreach (var hit in found.Value.GetResultsAsync())
                    {
                        passages += hit.Document.Text;
                    }

                    return passages;
                }
            }
            """,
            "Handbook.FindAsync",
            meaning
        );

    [Theory]
    [InlineData("inquiry.Question, inquiry.Count", "retrieval query=inquiry")]
    [InlineData("await embeddings.GenerateVectorAsync(text), count", "retrieval query=text top=count")]
    public Task A_search_of_a_collection(string arguments, string meaning) =>
        VerifyAsync(
            $$"""
            public sealed class Handbook(VectorStoreCollection<string, Chunk> chunks, IEmbeddingGenerator<string, Embedding<float>> embeddings)
            {
                public async IAsyncEnumerable<string> {|#0:FindAsync|}(string text, int count, Inquiry inquiry)
                {
                    await foreach (var hit in chunks.SearchAsync({{arguments}}))
                    {
                        yield return hit.Record.Text;
                    }
                }

                public IEmbeddingGenerator<string, Embedding<float>> Embeddings => embeddings;
            }
            """,
            "Handbook.FindAsync",
            meaning
        );

    [Fact]
    public Task A_method_that_indexes_through_methods_of_its_own() =>
        VerifyAsync(
            """
            public sealed class Handbook(SearchClient search)
            {
                public async Task {|#0:AddAsync|}(string page, string name)
                {
                    Console.WriteLine(name);
                    await IndexAsync(Sections(page));
                }

                private static IEnumerable<Chunk> Sections(string text) => text.Split('\n').Select((t, i) => new Chunk { Id = $"{i}", Text = t });

                private Task IndexAsync(IEnumerable<Chunk> sections) => WriteAsync(sections.ToList());

                private async Task WriteAsync(List<Chunk> batch) => await search.UploadDocumentsAsync(batch);
            }
            """,
            "Handbook.AddAsync",
            "ingestion records=page"
        );

    private static Task VerifyAsync(string source, string member, string meaning) =>
        Verify.AnalyzerAsync<UnlistedApi>(
            Usings + source,
            ReferenceSets.Latest,
            new TestSetup { AdditionalFiles = [(Contoso.Path, "")] },
            Verify.Finding<UnlistedApi>("RAG0004").WithLocation(0).WithArguments($"does not list '{member}'", meaning)
        );
}
