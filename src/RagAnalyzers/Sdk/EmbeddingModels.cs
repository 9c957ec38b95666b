using System;
using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Sdk;

/// <summary>
/// How large the vectors of known models are. Each row says where it comes from and when it was read; a project adds its own
/// models, and corrects these, in .editorconfig.
/// </summary>
internal static class EmbeddingModels
{
    private static readonly ImmutableDictionary<string, EmbeddingModel> ByName = ImmutableArray
        .Create(
            // OpenAI: 8191 tokens; "dimensions" from the third generation on.
            Smaller("text-embedding-3-small", 1536, 8191), // platform.openai.com/docs/guides/embeddings, 2026-11
            Smaller("text-embedding-3-large", 3072, 8191), // platform.openai.com/docs/guides/embeddings, 2026-11
            Fixed("text-embedding-ada-002", 1536, 8191), // platform.openai.com/docs/guides/embeddings, 2026-11
            // Cohere; the second names are those of Azure's catalogue.
            Listed("embed-v4.0", 1536, 256, 512, 1024, 1536), // docs.cohere.com/docs/cohere-embed, 2026-11
            Listed("embed-v-4-0", 1536, 256, 512, 1024, 1536), // docs.cohere.com/docs/cohere-embed, 2026-11
            Unknown("embed-english-v3.0", 1024), // docs.cohere.com/docs/cohere-embed, 2026-11
            Unknown("Cohere-embed-v3-english", 1024), // docs.cohere.com/docs/cohere-embed, 2026-11
            Unknown("embed-multilingual-v3.0", 1024), // docs.cohere.com/docs/cohere-embed, 2026-11
            Unknown("Cohere-embed-v3-multilingual", 1024), // docs.cohere.com/docs/cohere-embed, 2026-11
            Unknown("embed-english-light-v3.0", 384), // docs.cohere.com/docs/cohere-embed, 2026-11
            Unknown("embed-multilingual-light-v3.0", 384), // docs.cohere.com/docs/cohere-embed, 2026-11
            // Mistral.
            Unknown("mistral-embed", 1024), // docs.mistral.ai/capabilities/embeddings, 2026-11
            // Google.
            Smaller("gemini-embedding-001", 3072), // ai.google.dev/gemini-api/docs/embeddings, 2026-11
            Smaller("text-embedding-004", 768), // cloud.google.com/vertex-ai, 2026-11
            Smaller("text-embedding-005", 768), // cloud.google.com/vertex-ai, 2026-11
            Smaller("text-multilingual-embedding-002", 768), // cloud.google.com/vertex-ai, 2026-11
            // Amazon.
            Unknown("amazon.titan-embed-text-v1", 1536), // docs.aws.amazon.com/bedrock, Titan Text Embeddings, 2026-11
            Listed("amazon.titan-embed-text-v2:0", 1024, 256, 512, 1024), // docs.aws.amazon.com/bedrock, Titan Text Embeddings, 2026-11
            // Ollama, "embedding length" of the default tag.
            Unknown("all-minilm", 384), // ollama.com/library/all-minilm, 2026-11
            Unknown("all-minilm:22m", 384), // ollama.com/library/all-minilm, 2026-11
            Unknown("all-minilm:33m", 384), // ollama.com/library/all-minilm, 2026-11
            Unknown("nomic-embed-text", 768), // ollama.com/library/nomic-embed-text, 2026-11
            Unknown("nomic-embed-text:v1.5", 768), // ollama.com/library/nomic-embed-text, 2026-11
            Unknown("mxbai-embed-large", 1024), // ollama.com/library/mxbai-embed-large, 2026-11
            Unknown("mxbai-embed-large:335m", 1024), // ollama.com/library/mxbai-embed-large, 2026-11
            Unknown("bge-m3", 1024), // ollama.com/library/bge-m3, 2026-11
            Unknown("bge-large", 1024), // ollama.com/library/bge-large, 2026-11
            Unknown("snowflake-arctic-embed", 1024), // ollama.com/library/snowflake-arctic-embed, 2026-11
            Unknown("snowflake-arctic-embed:22m", 384), // ollama.com/library/snowflake-arctic-embed, 2026-11
            Unknown("snowflake-arctic-embed:33m", 384), // ollama.com/library/snowflake-arctic-embed, 2026-11
            Unknown("snowflake-arctic-embed:110m", 768), // ollama.com/library/snowflake-arctic-embed, 2026-11
            Unknown("snowflake-arctic-embed:137m", 768), // ollama.com/library/snowflake-arctic-embed, 2026-11
            Unknown("snowflake-arctic-embed:335m", 1024), // ollama.com/library/snowflake-arctic-embed, 2026-11
            Unknown("snowflake-arctic-embed2", 1024), // ollama.com/library/snowflake-arctic-embed2, 2026-11
            Unknown("paraphrase-multilingual", 768), // ollama.com/library/paraphrase-multilingual, 2026-11
            Unknown("granite-embedding", 384), // ollama.com/library/granite-embedding, 2026-11
            Unknown("granite-embedding:30m", 384), // ollama.com/library/granite-embedding, 2026-11
            Unknown("granite-embedding:278m", 768), // ollama.com/library/granite-embedding, 2026-11
            Unknown("embeddinggemma", 768), // ollama.com/library/embeddinggemma, 2026-11
            Unknown("qwen3-embedding:0.6b", 1024), // ollama.com/library/qwen3-embedding, 2026-11
            Unknown("qwen3-embedding:4b", 2560), // ollama.com/library/qwen3-embedding, 2026-11
            Unknown("qwen3-embedding:8b", 4096) // ollama.com/library/qwen3-embedding, 2026-11
        )
        .ToImmutableDictionary(static m => m.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, as the table has them.</summary>
    public static ImmutableArray<EmbeddingModel> All => ByName.Values.ToImmutableArray();

    /// <summary>
    /// The model of a name, or null when the table has none. Gateways put the vendor before the name ("openai/..."), and Ollama the
    /// tag behind it.
    /// </summary>
    public static EmbeddingModel? Named(string name)
    {
        var plain = name.Substring(name.LastIndexOf('/') + 1);
        const string latest = ":latest";
        return ByName.TryGetValue(
            plain.EndsWith(latest, StringComparison.OrdinalIgnoreCase) ? plain.Substring(0, plain.Length - latest.Length) : plain,
            out var model
        )
            ? model
            : null;
    }

    private static EmbeddingModel Smaller(string name, int dimensions, int? tokens = null) =>
        new(name, dimensions, DimensionChoice.Smaller, ImmutableArray<int>.Empty, tokens);

    private static EmbeddingModel Fixed(string name, int dimensions, int? tokens = null) =>
        new(name, dimensions, DimensionChoice.None, ImmutableArray<int>.Empty, tokens);

    private static EmbeddingModel Listed(string name, int dimensions, params int[] sizes) =>
        new(name, dimensions, DimensionChoice.Listed, sizes.ToImmutableArray());

    private static EmbeddingModel Unknown(string name, int dimensions) =>
        new(name, dimensions, DimensionChoice.Unknown, ImmutableArray<int>.Empty);
}
