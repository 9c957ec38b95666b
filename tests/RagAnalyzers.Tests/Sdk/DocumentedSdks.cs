using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Sdk;

/// <summary>
/// The types in the tables that no package of the reference sets has, declared as their documentation does, as far as the tables
/// name them. This is the one list of what is pinned by documentation only:
/// <list type="bullet">
/// <item>OpenAI 2.2 to 2.7, whose Responses client has the names it had before 2.8;</item>
/// <item>Semantic Kernel's packages Yaml, Prompty, PromptTemplates.Handlebars and PromptTemplates.Liquid, 1.80;</item>
/// <item>OpenAI-DotNet 8.8 of RageAgainstThePixel: files and fine-tuning;</item>
/// <item>Semantic Kernel's connector of Azure OpenAI, 1.80;</item>
/// <item>Semantic Kernel's packages of agents and orchestrations, 1.80;</item>
/// <item>the attribute of Microsoft.Azure.WebJobs.Extensions 5.1 for functions that a timer triggers;</item>
/// <item>Microsoft.Agents.AI.Hosting 1.28: the registration of agents, and Microsoft.Agents.AI.Workflows 1.28;</item>
/// <item>Microsoft.Agents.AI.Abstractions 1.0 preview: the response that parses itself;</item>
/// <item>Microsoft.KernelMemory.Abstractions 0.98, with the <c>AskAsync</c> that its interface had until 0.95;</item>
/// <item>EF Core's vector functions for SQL Server, 10.0.</item>
/// </list>
/// A type leaves this list when a reference set has it; a test sees to that.
/// </summary>
internal static partial class DocumentedSdks
{
    private const string OpenAIResponses = """
        namespace OpenAI.Responses
        {
            using System.ClientModel;
            using System.ClientModel.Primitives;

            public class OpenAIResponseClient
            {
                protected OpenAIResponseClient() { }
                public OpenAIResponseClient(string model, ApiKeyCredential credential) { }
                public OpenAIResponseClient(string model, ApiKeyCredential credential, OpenAIClientOptions options) { }
                public virtual ClientResult CreateResponse(BinaryContent content, RequestOptions options = null) => throw null;
                public virtual ClientResult<OpenAIResponse> CreateResponse(IEnumerable<ResponseItem> inputItems, ResponseCreationOptions options = null, CancellationToken cancellationToken = default) => throw null;
                public virtual ClientResult<OpenAIResponse> CreateResponse(string userInputText, ResponseCreationOptions options = null, CancellationToken cancellationToken = default) => throw null;
                public virtual Task<ClientResult> CreateResponseAsync(BinaryContent content, RequestOptions options = null) => throw null;
                public virtual Task<ClientResult<OpenAIResponse>> CreateResponseAsync(IEnumerable<ResponseItem> inputItems, ResponseCreationOptions options = null, CancellationToken cancellationToken = default) => throw null;
                public virtual Task<ClientResult<OpenAIResponse>> CreateResponseAsync(string userInputText, ResponseCreationOptions options = null, CancellationToken cancellationToken = default) => throw null;
                public virtual CollectionResult<StreamingResponseUpdate> CreateResponseStreaming(IEnumerable<ResponseItem> inputItems, ResponseCreationOptions options = null, CancellationToken cancellationToken = default) => throw null;
                public virtual CollectionResult<StreamingResponseUpdate> CreateResponseStreaming(string userInputText, ResponseCreationOptions options = null, CancellationToken cancellationToken = default) => throw null;
                public virtual AsyncCollectionResult<StreamingResponseUpdate> CreateResponseStreamingAsync(IEnumerable<ResponseItem> inputItems, ResponseCreationOptions options = null, CancellationToken cancellationToken = default) => throw null;
                public virtual AsyncCollectionResult<StreamingResponseUpdate> CreateResponseStreamingAsync(string userInputText, ResponseCreationOptions options = null, CancellationToken cancellationToken = default) => throw null;
            }

            public class ResponseCreationOptions
            {
                public string Instructions { get; set; }
                public string PreviousResponseId { get; set; }
                public ResponseTextOptions TextOptions { get; set; }
                public IList<ResponseTool> Tools => throw null;
                public JsonPatch Patch => throw null;
            }

            public class OpenAIResponse
            {
                public ResponseError Error => throw null;
                public ResponseIncompleteStatusDetails IncompleteStatusDetails => throw null;
                public IList<ResponseItem> OutputItems => throw null;
                public ResponseStatus? Status => throw null;
                public string GetOutputText() => throw null;
            }
        }
        """;

    private const string KernelMemory = """
        namespace Microsoft.KernelMemory
        {
            public interface IKernelMemory
            {
                Task<string> ImportDocumentAsync(Document document, string index = null);
                Task<string> ImportDocumentAsync(string filePath, string documentId = null);
                Task<string> ImportDocumentAsync(DocumentUploadRequest uploadRequest);
                Task<string> ImportDocumentAsync(Stream content, string fileName = null);
                Task<string> ImportTextAsync(string text, string documentId = null);
                Task<string> ImportWebPageAsync(string url, string documentId = null);
                Task<SearchResult> SearchAsync(string query, string index = null, object filter = null, double minRelevance = 0, int limit = -1);
                IAsyncEnumerable<MemoryAnswer> AskStreamingAsync(string question, string index = null, object filter = null, double minRelevance = 0);
                Task<MemoryAnswer> AskAsync(string question, string index = null, object filter = null, double minRelevance = 0);
            }

            public static class KernelMemoryExtensions
            {
                public static Task<MemoryAnswer> AskAsync(this IKernelMemory memory, string question, string index = null, object filter = null, double minRelevance = 0) => throw null;
            }

            public class Document { }
            public class DocumentUploadRequest { }

            public class SearchResult
            {
                public List<Citation> Results { get; set; }
                public string ToJson(bool indented = false) => throw null;
            }

            public class MemoryAnswer
            {
                public string Result { get; set; }
                public List<Citation> RelevantSources { get; set; }
                public string ToJson(bool optimizeForStream) => throw null;
                public override string ToString() => throw null;
            }

            public class Citation
            {
                public string SourceName { get; set; }
                public string SourceUrl { get; set; }
                public List<Partition> Partitions { get; set; }
                public class Partition { public string Text { get; set; } public float Relevance { get; set; } }
            }
        }
        """;

    private const string OpenAIDotNet = """
        namespace OpenAI.Files
        {
            public sealed class FilesEndpoint
            {
                public Task<FileResponse> UploadFileAsync(string filePath, string purpose, CancellationToken cancellationToken = default) => throw null;
                public Task<FileResponse> UploadFileAsync(FileUploadRequest request, CancellationToken cancellationToken = default) => throw null;
            }

            public sealed class FileUploadRequest
            {
                public FileUploadRequest(string filePath, string purpose) => throw null;
                public FileUploadRequest(Stream stream, string fileName, string purpose) => throw null;
            }

            public sealed class FileResponse
            {
                public string Id => throw null;
                public static implicit operator string(FileResponse fileData) => throw null;
            }
        }

        namespace OpenAI.FineTuning
        {
            public sealed class FineTuningEndpoint
            {
                public Task<FineTuneJobResponse> CreateJobAsync(CreateFineTuneJobRequest jobRequest, CancellationToken cancellationToken = default) => throw null;
            }

            public sealed class CreateFineTuneJobRequest
            {
                public CreateFineTuneJobRequest(string model, string trainingFileId, HyperParameters hyperParameters = null, string suffix = null, string validationFileId = null) => throw null;
                public string Model { get; set; }
                public string TrainingFileId { get; set; }
                public HyperParameters HyperParameters { get; set; }
                public string Suffix { get; set; }
                public string ValidationFileId { get; set; }
            }

            public sealed class HyperParameters { public int? Epochs { get; set; } }
            public sealed class FineTuneJobResponse { public string Id => throw null; }
        }
        """;

    private const string SemanticKernelPromptFiles = """
        namespace Microsoft.SemanticKernel
        {
            public static class KernelFunctionYaml
            {
                public static KernelFunction FromPromptYaml(string text, IPromptTemplateFactory promptTemplateFactory = null) => throw null;
            }

            public static class PromptYamlKernelExtensions
            {
                public static KernelFunction CreateFunctionFromPromptYaml(this Kernel kernel, string text, IPromptTemplateFactory promptTemplateFactory = null) => throw null;
            }

            public static class PromptyKernelExtensions
            {
                public static KernelFunction CreateFunctionFromPrompty(this Kernel kernel, string promptyTemplate, IPromptTemplateFactory promptTemplateFactory = null, string promptyFilePath = null) => throw null;
                public static KernelFunction CreateFunctionFromPromptyFile(this Kernel kernel, string promptyFilePath, IPromptTemplateFactory promptTemplateFactory = null) => throw null;
                public static KernelFunction CreateFunctionFromPromptyFile(this Kernel kernel, object fileInfo, IPromptTemplateFactory promptTemplateFactory = null) => throw null;
            }

            public static class AzureOpenAIKernelBuilderExtensions
            {
                public static IKernelBuilder AddAzureOpenAITextEmbeddingGeneration(this IKernelBuilder builder, string deploymentName, string endpoint, string apiKey, string serviceId = null, string modelId = null, HttpClient httpClient = null, int? dimensions = null, string apiVersion = null) => throw null;
                public static IKernelBuilder AddAzureOpenAIEmbeddingGenerator(this IKernelBuilder builder, string deploymentName, string endpoint, string apiKey, string serviceId = null, string modelId = null, int? dimensions = null, string apiVersion = null, HttpClient httpClient = null) => throw null;
                public static IKernelBuilder AddAzureOpenAIChatCompletion(this IKernelBuilder builder, string deploymentName, string endpoint, string apiKey, string serviceId = null, string modelId = null, HttpClient httpClient = null, string apiVersion = null) => throw null;
                public static IKernelBuilder AddAzureOpenAIChatCompletion(this IKernelBuilder builder, string deploymentName, global::Azure.AI.OpenAI.AzureOpenAIClient azureOpenAIClient = null, string serviceId = null, string modelId = null) => throw null;
            }

            public static class AzureOpenAIServiceCollectionExtensions
            {
                public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddAzureOpenAITextEmbeddingGeneration(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, string deploymentName, string endpoint, string apiKey, string serviceId = null, string modelId = null, int? dimensions = null, string apiVersion = null, HttpClient httpClient = null) => throw null;
                public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddAzureOpenAIChatCompletion(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, string deploymentName, string endpoint, string apiKey, string serviceId = null, string modelId = null, string apiVersion = null, HttpClient httpClient = null) => throw null;
                public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddAzureOpenAIChatCompletion(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, string deploymentName, global::Azure.AI.OpenAI.AzureOpenAIClient azureOpenAIClient = null, string serviceId = null, string modelId = null) => throw null;
            }

            public static class HandlebarsKernelExtensions
            {
                public static Task<FunctionResult> InvokeHandlebarsPromptAsync(this Kernel kernel, string promptTemplate, KernelArguments arguments = null, CancellationToken cancellationToken = default) => throw null;
            }
        }

        namespace Microsoft.SemanticKernel.Connectors.AzureOpenAI
        {
            using Microsoft.SemanticKernel.ChatCompletion;

            public sealed class AzureOpenAIPromptExecutionSettings : Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIPromptExecutionSettings
            {
                public global::Azure.AI.OpenAI.Chat.AzureSearchChatDataSource AzureChatDataSource { get; set; }
                public static new AzureOpenAIPromptExecutionSettings FromExecutionSettings(PromptExecutionSettings executionSettings, int? defaultMaxTokens = null) => throw null;
            }

            public sealed class AzureOpenAIChatCompletionService : IChatCompletionService
            {
                public AzureOpenAIChatCompletionService(string deploymentName, string endpoint, string apiKey, string modelId = null, HttpClient httpClient = null, Microsoft.Extensions.Logging.ILoggerFactory loggerFactory = null, string apiVersion = null) => throw null;
                public AzureOpenAIChatCompletionService(string deploymentName, global::Azure.AI.OpenAI.AzureOpenAIClient azureOpenAIClient, string modelId = null, Microsoft.Extensions.Logging.ILoggerFactory loggerFactory = null) => throw null;
                public IReadOnlyDictionary<string, object> Attributes => throw null;
                public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(ChatHistory chatHistory, PromptExecutionSettings executionSettings = null, Kernel kernel = null, CancellationToken cancellationToken = default) => throw null;
                public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(ChatHistory chatHistory, PromptExecutionSettings executionSettings = null, Kernel kernel = null, CancellationToken cancellationToken = default) => throw null;
            }
        }

        namespace Microsoft.SemanticKernel.Prompty
        {
            public static class KernelFunctionPrompty
            {
                public static KernelFunction FromPrompty(string text, IPromptTemplateFactory promptTemplateFactory = null) => throw null;
            }
        }

        namespace Microsoft.SemanticKernel.PromptTemplates.Handlebars
        {
            public sealed class HandlebarsPromptTemplateFactory : IPromptTemplateFactory
            {
                public static string HandlebarsTemplateFormat => throw null;
                public bool AllowDangerouslySetContent { get; init; }
                public bool TryCreate(PromptTemplateConfig templateConfig, out IPromptTemplate result) => throw null;
            }
        }

        namespace Microsoft.SemanticKernel.PromptTemplates.Liquid
        {
            public sealed class LiquidPromptTemplateFactory : IPromptTemplateFactory
            {
                public static string LiquidTemplateFormat => throw null;
                public bool AllowDangerouslySetContent { get; init; }
                public bool TryCreate(PromptTemplateConfig templateConfig, out IPromptTemplate result) => throw null;
            }
        }
        """;

    private const string Embedders = """
        namespace Microsoft.SemanticKernel.Connectors.AzureOpenAI
        {
            public sealed class AzureOpenAITextEmbeddingGenerationService
            {
                public AzureOpenAITextEmbeddingGenerationService(string deploymentName, string endpoint, string apiKey, string modelId = null, HttpClient httpClient = null, object loggerFactory = null, int? dimensions = null, string apiVersion = null) { }
            }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class AzureOpenAIServiceCollectionExtensions
            {
                public static IServiceCollection AddAzureOpenAIEmbeddingGenerator(this IServiceCollection services, string deploymentName, string endpoint, string apiKey, string serviceId = null, string modelId = null, int? dimensions = null, string apiVersion = null, HttpClient httpClient = null) => throw null;
            }
        }
        """;

    private const string WebJobs = """
        namespace Microsoft.Azure.WebJobs
        {
            [AttributeUsage(AttributeTargets.Parameter)]
            public sealed class TimerTriggerAttribute : Attribute
            {
                public TimerTriggerAttribute(string scheduleExpression) => throw null;
                public TimerTriggerAttribute(Type scheduleType) => throw null;
                public string ScheduleExpression => throw null;
            }
        }
        """;

    private const string AgentHosting = """
        namespace Microsoft.Agents.AI.Hosting
        {
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.DependencyInjection;

            public interface IHostedAgentBuilder { }

            public static class AgentHostingServiceCollectionExtensions
            {
                public static IHostedAgentBuilder AddAIAgent(this IServiceCollection services, string name, string instructions, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null;
                public static IHostedAgentBuilder AddAIAgent(this IServiceCollection services, string name, string instructions, IChatClient chatClient, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null;
                public static IHostedAgentBuilder AddAIAgent(this IServiceCollection services, string name, Func<IServiceProvider, string, AIAgent> createAgentDelegate, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null;
            }

            public static class HostApplicationBuilderAgentExtensions
            {
                public static IHostedAgentBuilder AddAIAgent(this IServiceProvider builder, string name, string instructions, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null;
                public static IHostedAgentBuilder AddAIAgent(this IServiceProvider builder, string name, string instructions, IChatClient chatClient, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null;
                public static IHostedAgentBuilder AddAIAgent(this IServiceProvider builder, string name, Func<IServiceProvider, string, AIAgent> createAgentDelegate, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null;
            }
        }
        """;

    private const string SqlServerVectors = """
        namespace Microsoft.EntityFrameworkCore
        {
            public static class SqlServerDbFunctionsExtensions
            {
                public static double VectorDistance<T>(this object _, string distanceMetric, T vector1, T vector2) => throw null;
            }
        }
        """;

    private static readonly Lazy<Compilation> s_library = new(() =>
        AnalyzerRun.Compile(
            [
                "#nullable disable\n" + OpenAIResponses,
                "#nullable disable\n" + KernelMemory,
                "#nullable disable\n" + OpenAIDotNet,
                "#nullable disable\n" + SemanticKernelPromptFiles,
                "#nullable disable\n" + Embedders,
                "#nullable disable\n" + SemanticKernelAgents,
                "#nullable disable\n" + WebJobs,
                "#nullable disable\n" + AgentHosting,
                "#nullable disable\n" + AgentRunResponse,
                "#nullable disable\n" + SqlServerVectors,
            ],
            ReferenceSets.Latest
        )
    );

    private static readonly Lazy<MetadataReference> s_reference = new(() => Emitted(s_library.Value, "DocumentedSdks"));

    private static readonly Lazy<MetadataReference> s_openAIDotNet = new(() =>
        Emitted(AnalyzerRun.Compile(["#nullable disable\n" + OpenAIDotNet], ReferenceSets.NoAi), "OpenAI-DotNet")
    );

    /// <summary>The metadata names of the types that are declared here.</summary>
    public static ImmutableArray<string> Types =>
        [
            .. s_library
                .Value.Assembly.GlobalNamespace.GetNamespaceMembers()
                .SelectMany(TypesIn)
                .SelectMany(type => type.GetTypeMembers().Prepend(type))
                .Select(MetadataName),
        ];

    /// <summary>The newest SDKs and, beside them, what is declared here.</summary>
    public static ImmutableArray<MetadataReference> References => ReferenceSets.Latest.Add(s_reference.Value);

    /// <summary>The framework and OpenAI-DotNet, as far as it is declared here, in an assembly of its name.</summary>
    public static ImmutableArray<MetadataReference> OpenAIDotNetAlone => ReferenceSets.NoAi.Add(s_openAIDotNet.Value);

    private static MetadataReference Emitted(Compilation library, string name)
    {
        Assert.Empty(AnalyzerRun.Errors(library));
        using var image = new MemoryStream();
        var suppressed = library.WithOptions(library.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress));
        Assert.True(suppressed.WithAssemblyName(name).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static string MetadataName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer
            ? MetadataName(outer) + "+" + type.MetadataName
            : type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(TypesIn));
}
