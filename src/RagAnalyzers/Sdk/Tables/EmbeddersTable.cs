using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// Which member of each SDK decides which model embeds, from the client that is made for a model to the wrappers around it. Azure OpenAI's
/// client overrides <c>GetEmbeddingClient</c> and names a deployment there.
/// </summary>
internal static class EmbeddersTable
{
    private const string Generator = "Microsoft.Extensions.AI.IEmbeddingGenerator`2";
    private const string TextService = "Microsoft.SemanticKernel.Embeddings.ITextEmbeddingGenerationService";

    public static ImmutableArray<SdkEntry> Entries { get; } = OpenAI().AddRange(ExtensionsAI()).AddRange(SemanticKernel());

    private static ImmutableArray<SdkEntry> OpenAI() =>
        new SdkTable(SdkKind.OpenAI)
            .Type("OpenAI.OpenAIClient")
            .Embedder(["GetEmbeddingClient"], model: "model")
            .Type("OpenAI.Embeddings.EmbeddingClient")
            .Embedder([SdkTable.Constructor], model: "model")
            .ToEntries();

    private static ImmutableArray<SdkEntry> ExtensionsAI() =>
        new SdkTable(SdkKind.ExtensionsAI)
            .Type("Microsoft.Extensions.AI.OpenAIClientExtensions")
            .Embedder(["AsIEmbeddingGenerator"], inner: "embeddingClient", dimensions: "defaultModelDimensions")
            .Type("Microsoft.Extensions.AI.EmbeddingGeneratorBuilder`2")
            .Embedder([SdkTable.Constructor], inner: "innerGenerator")
            .Embedder(["Build"], inner: SdkFact.Receiver)
            .Type("Microsoft.Extensions.AI.EmbeddingGeneratorBuilderEmbeddingGeneratorExtensions")
            .Embedder(["AsBuilder"], inner: "innerGenerator")
            .Type("Microsoft.Extensions.AI.DistributedCachingEmbeddingGeneratorBuilderExtensions")
            .Embedder(["UseDistributedCache"], inner: "builder")
            .Type("Microsoft.Extensions.AI.LoggingEmbeddingGeneratorBuilderExtensions")
            .Embedder(["UseLogging"], inner: "builder")
            .Type("Microsoft.Extensions.AI.OpenTelemetryEmbeddingGeneratorBuilderExtensions")
            .Embedder(["UseOpenTelemetry"], inner: "builder")
            .Type("Microsoft.Extensions.DependencyInjection.EmbeddingGeneratorBuilderServiceCollectionExtensions")
            .RegistersService(["AddEmbeddingGenerator"], ["innerGenerator", "innerGeneratorFactory"], service: Generator)
            .RegistersService(
                ["AddKeyedEmbeddingGenerator"],
                ["innerGenerator", "innerGeneratorFactory"],
                key: "serviceKey",
                service: Generator
            )
            .Type("OllamaSharp.OllamaApiClient")
            .Embedder([SdkTable.Constructor], model: "defaultModel")
            .ToEntries();

    private static ImmutableArray<SdkEntry> SemanticKernel() =>
        new SdkTable(SdkKind.SemanticKernel)
            .Type("Microsoft.SemanticKernel.Connectors.OpenAI.OpenAITextEmbeddingGenerationService")
            .Embedder([SdkTable.Constructor], model: "modelId", dimensions: "dimensions")
            .Type("Microsoft.SemanticKernel.Connectors.AzureOpenAI.AzureOpenAITextEmbeddingGenerationService")
            .Embedder([SdkTable.Constructor], model: "deploymentName", dimensions: "dimensions")
            .Type("Microsoft.SemanticKernel.OpenAIKernelBuilderExtensions")
            .Embedder(
                ["AddOpenAITextEmbeddingGeneration", "AddOpenAIEmbeddingGenerator"],
                model: "modelId",
                dimensions: "dimensions",
                addsTo: "builder"
            )
            .Type("Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIMemoryBuilderExtensions")
            .Embedder(["WithOpenAITextEmbeddingGeneration"], model: "modelId", dimensions: "dimensions", addsTo: "builder")
            .Type("Microsoft.SemanticKernel.AzureOpenAIKernelBuilderExtensions")
            .Embedder(
                ["AddAzureOpenAITextEmbeddingGeneration", "AddAzureOpenAIEmbeddingGenerator"],
                model: "deploymentName",
                dimensions: "dimensions",
                addsTo: "builder"
            )
            .Type("Microsoft.SemanticKernel.OpenAIServiceCollectionExtensions")
            .Embedder(["AddOpenAITextEmbeddingGeneration"], model: "modelId", dimensions: "dimensions")
            .RegistersService(["AddOpenAITextEmbeddingGeneration"], [], key: "serviceId", service: TextService)
            .Type("Microsoft.SemanticKernel.AzureOpenAIServiceCollectionExtensions")
            .Embedder(["AddAzureOpenAITextEmbeddingGeneration"], model: "deploymentName", dimensions: "dimensions")
            .RegistersService(["AddAzureOpenAITextEmbeddingGeneration"], [], key: "serviceId", service: TextService)
            .Type("Microsoft.Extensions.DependencyInjection.OpenAIServiceCollectionExtensions")
            .Embedder(["AddOpenAIEmbeddingGenerator"], model: "modelId", dimensions: "dimensions")
            .RegistersService(["AddOpenAIEmbeddingGenerator"], [], key: "serviceId", service: Generator)
            .Type("Microsoft.Extensions.DependencyInjection.AzureOpenAIServiceCollectionExtensions")
            .Embedder(["AddAzureOpenAIEmbeddingGenerator"], model: "deploymentName", dimensions: "dimensions")
            .RegistersService(["AddAzureOpenAIEmbeddingGenerator"], [], key: "serviceId", service: Generator)
            .Type("Microsoft.SemanticKernel.Embeddings.EmbeddingGenerationExtensions")
            .Embedder(["AsEmbeddingGenerator"], inner: "service")
            .Embedder(["AsTextEmbeddingGenerationService", "AsEmbeddingGenerationService"], inner: "generator")
            .ToEntries();
}
