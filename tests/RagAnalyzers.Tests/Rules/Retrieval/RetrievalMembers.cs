using RagAnalyzers.Tests.Rules.Knowledge;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>What tests of searches have beside the clients of their frame: other searches, records with more than a text, a log.</summary>
internal static class RetrievalMembers
{
    private const string All = """
        public sealed class Article
        {
            [VectorStoreKey] public string Id { get; set; } = "";
            [VectorStoreData] public string Title { get; set; } = "";
            [VectorStoreData] public string Text { get; set; } = "";
            [VectorStoreData] public decimal Price { get; set; }
            [VectorStoreVector(1536)] public ReadOnlyMemory<float> Vector { get; set; }
        }
        public sealed class Song
        {
            [VectorStoreKey] public string Id { get; set; } = "";
            [VectorStoreData] public string Title { get; set; } = "";
            [VectorStoreData] public string Band { get; set; } = "";
        }
        private readonly VectorStoreCollection<string, Article> articles = null!;
        private readonly VectorStoreCollection<string, Song> songs = null!;
        private readonly IEmbeddingGenerator<string, Embedding<float>> embed = null!;
        private readonly Microsoft.SemanticKernel.Memory.ISemanticTextMemory memory = null!;
        private readonly SearchClient index = null!;
        private readonly Microsoft.SemanticKernel.Data.ITextSearch search = null!;
        private readonly Microsoft.Extensions.Logging.ILogger logger = null!;
        """;

    /// <summary>A program of the frame that asks models for what was found.</summary>
    public static string Source(string statements, string members = "") =>
        "using System.Text;\nusing Microsoft.Extensions.Logging;\n" + SeekingPrompts.InMethod(statements, members + "\n" + All);
}
