using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// Semantic Kernel's agents; group chats and orchestrations, whose agents have their own formats, have no rows. What an agent of a service answers under (an assistant, an agent of Azure) is
/// defined there, so those have members through which a format may come unseen.
/// </summary>
internal static class SemanticKernelAgentsTable
{
    private const string Space = "Microsoft.SemanticKernel.Agents.";

    private static readonly string[] Options = ["options"];

    public static ImmutableArray<SdkEntry> Entries { get; } = Agents();

    private static ImmutableArray<SdkEntry> Agents() =>
        Invocations(new SdkTable(SdkKind.SemanticKernel).Type(Space + "Agent"))
            .HoldsOptions("Arguments")
            .PromptProperty(PromptRole.System, "Instructions")
            .BringsMessages("Template")
            .Type(Space + "ChatCompletionAgent")
            .HoldsOptions(SdkTable.Constructor, "templateConfig")
            .Collects(SdkTable.Constructor, "templateConfig")
            .Type(Space + "AgentInvokeOptions")
            .HoldsOptions("KernelArguments")
            .HoldsOptions(SdkTable.Constructor, "options")
            .PromptProperty(PromptRole.System, "AdditionalInstructions")
            .Type(Space + "AgentResponseItem`1")
            .Passes("Message")
            .PassesFrom(SdkTable.Implicit, "responseItem")
            .Type(Space + "ChatHistoryAgentThread")
            .Collects(SdkTable.Constructor, "chatHistory")
            .Type(Space + "OpenAI.OpenAIAssistantAgent")
            .FormatBackdoors("Definition", "RunOptions")
            .Type(Space + "OpenAI.OpenAIAssistantAgentInvokeOptions")
            .FormatBackdoors("RunCreationOptions")
            .Type(Space + "OpenAI.OpenAIResponseAgentInvokeOptions")
            .FormatBackdoors("ResponseCreationOptions")
            .Type(Space + "AzureAI.AzureAIAgent")
            .FormatBackdoors("Definition")
            .ToEntries();

    private static SdkTable Invocations(SdkTable agent) =>
        agent
            .ModelCalls(["InvokeAsync"], prompt: ["message", "messages"], Options, configured: SdkFact.Receiver, continues: "thread")
            .ModelCalls(["InvokeAsync"], prompt: ["thread"], Options, configured: SdkFact.Receiver)
            .ModelCalls(
                ["InvokeStreamingAsync"],
                prompt: ["message", "messages"],
                Options,
                streaming: true,
                configured: SdkFact.Receiver,
                continues: "thread"
            )
            .ModelCalls(["InvokeStreamingAsync"], prompt: ["thread"], Options, streaming: true, configured: SdkFact.Receiver);
}
