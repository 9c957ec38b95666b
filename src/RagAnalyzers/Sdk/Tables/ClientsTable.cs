using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// Which member of each SDK makes a client or service of OpenAI's or Azure's, and which wraps one and asks what that asks. Whatever has no
/// row here asks an unknown service.
/// </summary>
internal static class ClientsTable
{
    private static readonly string[] Options = ["options"];
    private static readonly string[] Settings = ["settings"];
    private static readonly string[] Transport = ["httpClient"];

    public static ImmutableArray<SdkEntry> Entries { get; } =
        OpenAI().AddRange(ExtensionsAI()).AddRange(AgentFramework()).AddRange(SemanticKernel()).AddRange(SemanticKernelOverChatClients());

    private static ImmutableArray<SdkEntry> OpenAI() =>
        new SdkTable(SdkKind.OpenAI)
            .Type("OpenAI.OpenAIClient")
            .MakesClient([SdkTable.Constructor], endpoint: Options)
            .WrapsClient(["GetChatClient", "GetResponsesClient"], SdkFact.Receiver)
            .Type("OpenAI.Chat.ChatClient")
            .MakesClient([SdkTable.Constructor], endpoint: Options, hidden: Settings)
            .Type("OpenAI.Responses.ResponsesClient")
            .MakesClient([SdkTable.Constructor], endpoint: Options, hidden: Settings)
            .Type("OpenAI.Responses.OpenAIResponseClient")
            .MakesClient([SdkTable.Constructor], endpoint: Options)
            .Type("Azure.AI.OpenAI.AzureOpenAIClient")
            .MakesClient([SdkTable.Constructor], endpoint: ["endpoint"])
            .ToEntries();

    private static ImmutableArray<SdkEntry> ExtensionsAI() =>
        new SdkTable(SdkKind.ExtensionsAI)
            .Type("Microsoft.Extensions.AI.OpenAIClientExtensions")
            .WrapsClient(["AsIChatClient"], "chatClient", "responseClient")
            .Type("Microsoft.Extensions.AI.ChatClientBuilder")
            .WrapsClient([SdkTable.Constructor], "innerClient")
            .WrapsClient(["Build"], SdkFact.Receiver)
            .Type("Microsoft.Extensions.AI.ChatClientBuilderChatClientExtensions")
            .WrapsClient(["AsBuilder"], "innerClient")
            .Type("Microsoft.Extensions.AI.FunctionInvokingChatClientBuilderExtensions")
            .WrapsClient(["UseFunctionInvocation"], "builder")
            .Type("Microsoft.Extensions.AI.LoggingChatClientBuilderExtensions")
            .WrapsClient(["UseLogging"], "builder")
            .Type("Microsoft.Extensions.AI.OpenTelemetryChatClientBuilderExtensions")
            .WrapsClient(["UseOpenTelemetry"], "builder")
            .Type("Microsoft.Extensions.AI.DistributedCachingChatClientBuilderExtensions")
            .WrapsClient(["UseDistributedCache"], "builder")
            .ToEntries();

    private static ImmutableArray<SdkEntry> AgentFramework() =>
        new SdkTable(SdkKind.AgentFramework)
            .Type("Microsoft.Agents.AI.ChatClientAgent")
            .WrapsClient([SdkTable.Constructor], "chatClient")
            .Type("Microsoft.Extensions.AI.ChatClientExtensions")
            .WrapsClient(["AsAIAgent"], "chatClient")
            .Type("Microsoft.Extensions.AI.ChatClientBuilderExtensions")
            .WrapsClient(["BuildAIAgent"], "builder")
            .Type("Microsoft.Agents.AI.AIAgentExtensions")
            .WrapsClient(["AsBuilder"], "innerAgent")
            .Type("Microsoft.Agents.AI.AIAgentBuilder")
            .WrapsClient([SdkTable.Constructor], "innerAgent")
            .WrapsClient(["Build"], SdkFact.Receiver)
            .Type("Microsoft.Agents.AI.OpenTelemetryAgentBuilderExtensions")
            .WrapsClient(["UseOpenTelemetry"], "builder")
            .Type("Microsoft.Agents.AI.LoggingAgentBuilderExtensions")
            .WrapsClient(["UseLogging"], "builder")
            .Type("Microsoft.Agents.AI.OpenTelemetryAgent")
            .WrapsClient([SdkTable.Constructor], "innerAgent")
            .Type("Microsoft.Agents.AI.LoggingAgent")
            .WrapsClient([SdkTable.Constructor], "innerAgent")
            .ToEntries();

    private static ImmutableArray<SdkEntry> SemanticKernel() =>
        new SdkTable(SdkKind.SemanticKernel)
            .Type("Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIChatCompletionService")
            .MakesClient([SdkTable.Constructor], ["endpoint"], wraps: ["openAIClient"], hidden: Transport)
            .Type("Microsoft.SemanticKernel.Connectors.AzureOpenAI.AzureOpenAIChatCompletionService")
            .MakesClient([SdkTable.Constructor], ["endpoint"], wraps: ["azureOpenAIClient"], hidden: Transport)
            .Type("Microsoft.SemanticKernel.OpenAIKernelBuilderExtensions")
            .AddsClient("AddOpenAIChatCompletion", "builder", ["endpoint"], wraps: ["openAIClient"], hidden: Transport)
            .Type("Microsoft.SemanticKernel.AzureOpenAIKernelBuilderExtensions")
            .AddsClient("AddAzureOpenAIChatCompletion", "builder", ["endpoint"], wraps: ["azureOpenAIClient"], hidden: Transport)
            .Type("Microsoft.SemanticKernel.OpenAIServiceCollectionExtensions")
            .AddsClient("AddOpenAIChatCompletion", "services", ["endpoint"], wraps: ["openAIClient"], hidden: [])
            .Type("Microsoft.SemanticKernel.AzureOpenAIServiceCollectionExtensions")
            .AddsClient("AddAzureOpenAIChatCompletion", "services", ["endpoint"], wraps: ["azureOpenAIClient"], hidden: Transport)
            .Type("Microsoft.SemanticKernel.KernelExtensions")
            .WrapsClient(["Build"], "builder")
            .Type("Microsoft.SemanticKernel.Kernel")
            .WrapsClient(["CreateBuilder"])
            .WrapsClient(["GetRequiredService", "Clone"], SdkFact.Receiver)
            .ToEntries();

    /// <summary>Services over a chat client, which read a response format in that client's way, not in the connector's.</summary>
    private static ImmutableArray<SdkEntry> SemanticKernelOverChatClients() =>
        new SdkTable(SdkKind.ExtensionsAI)
            .Type("Microsoft.SemanticKernel.OpenAIChatClientKernelBuilderExtensions")
            .AddsClient("AddOpenAIChatClient", "builder", ["endpoint"], wraps: ["openAIClient"], hidden: Transport)
            .Type("Microsoft.SemanticKernel.ChatCompletion.ChatClientExtensions")
            .WrapsClient(["AsChatCompletionService"], "client")
            .Type("Microsoft.SemanticKernel.ChatCompletion.ChatCompletionServiceExtensions")
            .WrapsClient(["AsChatClient"], "service")
            .ToEntries();
}
