using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>What turns text into vectors, in the SDKs that do.</summary>
internal static class EmbeddingsTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.ExtensionsAI)
            .Type("Microsoft.Extensions.AI.IEmbeddingGenerator`2")
            .Embeddings(["GenerateAsync"], ["values"], options: "options")
            .Type("Microsoft.Extensions.AI.EmbeddingGeneratorExtensions")
            .Embeddings(["GenerateAsync", "GenerateVectorAsync"], ["value"], options: "options")
            .Embeddings(["GenerateAndZipAsync"], ["values"], options: "options")
            .Type("Microsoft.Extensions.AI.EmbeddingGenerationOptions")
            .EmbeddingDimensions("Dimensions")
            .ToEntries()
            .AddRange(OpenAI)
            .AddRange(SemanticKernel);

    private static ImmutableArray<SdkEntry> OpenAI =>
        new SdkTable(SdkKind.OpenAI)
            .Type("OpenAI.Embeddings.EmbeddingClient")
            .Embeddings(["GenerateEmbedding", "GenerateEmbeddingAsync"], ["input"], options: "options")
            .Embeddings(["GenerateEmbeddings", "GenerateEmbeddingsAsync"], ["inputs"], options: "options")
            .Type("OpenAI.Embeddings.EmbeddingGenerationOptions")
            .EmbeddingDimensions("Dimensions")
            .Type("OpenAI.Embeddings.OpenAIEmbedding")
            .Passes("ToFloats")
            .ToEntries();

    private static ImmutableArray<SdkEntry> SemanticKernel =>
        new SdkTable(SdkKind.SemanticKernel)
            .Type("Microsoft.SemanticKernel.Embeddings.IEmbeddingGenerationService`2")
            .Embeddings(["GenerateEmbeddingsAsync"], ["data"])
            .Type("Microsoft.SemanticKernel.Embeddings.EmbeddingGenerationExtensions")
            .Embeddings(["GenerateEmbeddingAsync"], ["value"])
            .ToEntries();
}
