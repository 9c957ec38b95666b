using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// Which member of each SDK decides which model answers, from the client that is made for a model to the wrappers around it. Azure
/// OpenAI's client overrides <c>GetChatClient</c> and names a deployment there.
/// </summary>
internal static class ModelNamesTable
{
    private const string ClientExtensions = "Microsoft.Extensions.AI.ChatClientExtensions";

    public static ImmutableArray<SdkEntry> Entries { get; } =
        OpenAI().AddRange(ExtensionsAI()).AddRange(AgentFramework()).AddRange(SemanticKernel());

    private static ImmutableArray<SdkEntry> OpenAI() =>
        new SdkTable(SdkKind.OpenAI)
            .Type("OpenAI.OpenAIClient")
            .ModelFrom(["GetChatClient"], "model")
            .Type("OpenAI.Chat.ChatClient")
            .ModelFrom([SdkTable.Constructor], "model")
            .Type("OpenAI.Responses.OpenAIResponseClient")
            .ModelFrom([SdkTable.Constructor], "model")
            .Type("OpenAI.Responses.ResponsesClient")
            .ModelFrom(["CreateResponse", "CreateResponseAsync", "CreateResponseStreaming", "CreateResponseStreamingAsync"], "model")
            .Type("OpenAI.Responses.CreateResponseOptions")
            .ModelProperty("Model")
            .ToEntries();

    private static ImmutableArray<SdkEntry> ExtensionsAI() =>
        new SdkTable(SdkKind.ExtensionsAI)
            .Type("Microsoft.Extensions.AI.OpenAIClientExtensions")
            .ModelFrom(["AsIChatClient"], "chatClient", "defaultModelId")
            .Type("Microsoft.Extensions.DependencyInjection.ChatClientBuilderServiceCollectionExtensions")
            .RegistersService(["AddChatClient"], ["innerClient", "innerClientFactory"])
            .RegistersService(["AddKeyedChatClient"], ["innerClient", "innerClientFactory"], key: "serviceKey")
            .Type("Microsoft.Extensions.AI.ChatOptions")
            .ModelProperty("ModelId")
            .Type("Microsoft.Extensions.AI.ChatClientBuilder")
            .ModelFrom([SdkTable.Constructor], "innerClient")
            .ModelFrom(["Build"], SdkFact.Receiver)
            .Type("Microsoft.Extensions.AI.ChatClientBuilderChatClientExtensions")
            .ModelFrom(["AsBuilder"], "innerClient")
            .Type("Microsoft.Extensions.AI.DistributedCachingChatClientBuilderExtensions")
            .ModelFrom(["UseDistributedCache"], "builder")
            .Type("Microsoft.Extensions.AI.FunctionInvokingChatClientBuilderExtensions")
            .ModelFrom(["UseFunctionInvocation"], "builder")
            .Type("Microsoft.Extensions.AI.LoggingChatClientBuilderExtensions")
            .ModelFrom(["UseLogging"], "builder")
            .Type("Microsoft.Extensions.AI.OpenTelemetryChatClientBuilderExtensions")
            .ModelFrom(["UseOpenTelemetry"], "builder")
            .ToEntries();

    private static ImmutableArray<SdkEntry> AgentFramework() =>
        new SdkTable(SdkKind.AgentFramework)
            .Type("Microsoft.Agents.AI.ChatClientAgent")
            .ModelFrom([SdkTable.Constructor], "chatClient")
            .Type(ClientExtensions)
            .ModelFrom(["AsAIAgent"], "chatClient")
            .Type("Microsoft.Extensions.AI.ChatClientBuilderExtensions")
            .ModelFrom(["BuildAIAgent"], "builder")
            .ToEntries();

    private static ImmutableArray<SdkEntry> SemanticKernel() =>
        new SdkTable(SdkKind.SemanticKernel)
            .Type("Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIChatCompletionService")
            .ModelFrom([SdkTable.Constructor], "modelId")
            .Type("Microsoft.SemanticKernel.OpenAIKernelBuilderExtensions")
            .AddsModel("AddOpenAIChatCompletion", from: "modelId", addsTo: "builder")
            .Type("Microsoft.SemanticKernel.AzureOpenAIKernelBuilderExtensions")
            .AddsModel("AddAzureOpenAIChatCompletion", from: "deploymentName", addsTo: "builder")
            .Type("Microsoft.SemanticKernel.OpenAIChatClientKernelBuilderExtensions")
            .AddsModel("AddOpenAIChatClient", from: "modelId", addsTo: "builder")
            .Type("Microsoft.SemanticKernel.KernelExtensions")
            .ModelFrom(["Build"], "builder")
            .Type("Microsoft.SemanticKernel.Kernel")
            .ModelFrom(["CreateBuilder"])
            .ModelFrom(["GetRequiredService", "Clone"], SdkFact.Receiver)
            .Type("Microsoft.SemanticKernel.ChatCompletion.ChatClientExtensions")
            .ModelFrom(["AsChatCompletionService"], "client")
            .Type("Microsoft.SemanticKernel.ChatCompletion.ChatCompletionServiceExtensions")
            .ModelFrom(["AsChatClient"], "service")
            .Type("Microsoft.SemanticKernel.PromptExecutionSettings")
            .ModelProperty("ModelId")
            .ToEntries();
}
