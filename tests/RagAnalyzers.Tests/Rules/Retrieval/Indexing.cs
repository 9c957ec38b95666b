using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>Programs that fill and search an index: a class with the services of every SDK that the retrieval rules speak of.</summary>
internal static class Indexing
{
    private static readonly TestFrame s_frame = new(
        "public class Index(VectorStore store, VectorStoreCollection<string, Page> pages, OpenAIClient openAI, IEmbeddingGenerator<string, Embedding<float>> unknown)",
        "public async Task RunAsync(string text, List<string> texts, Page page)"
    )
    {
        Usings = """
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.VectorData;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.Connectors.OpenAI;
            using OpenAI;
            using OpenAI.Embeddings;
            using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;
            """,
        Last = "await Task.Yield();",
    };

    /// <summary>A record with one vector of 384 dimensions.</summary>
    public const string Page384 = """
        public class Page
        {
            [VectorStoreKey] public string Id { get; set; } = "";
            [VectorStoreData] public string Text { get; set; } = "";
            [VectorStoreVector(384)] public ReadOnlyMemory<float> Vector { get; set; }
        }
        """;

    /// <returns>The source; its record is <see cref="Page384"/> unless the types declare another.</returns>
    public static string Program(string statements, string members = "", string? types = null) =>
        s_frame.Around(statements, members, types ?? Page384);
}
