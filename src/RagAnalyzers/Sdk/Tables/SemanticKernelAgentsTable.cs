using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// Semantic Kernel's agents, group chats and orchestrations. What an agent of a service answers under (an assistant, an agent of Azure) is
/// defined there, so those have members through which a format may come unseen.
/// </summary>
internal static class SemanticKernelAgentsTable
{
    private const string Space = "Microsoft.SemanticKernel.Agents.";

    private static readonly string[] Options = ["options"];

    public static ImmutableArray<SdkEntry> Entries { get; } = Agents().AddRange(Chats()).AddRange(Orchestrations());

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

    private static ImmutableArray<SdkEntry> Chats() =>
        new SdkTable(SdkKind.SemanticKernel)
            .Type(Space + "AgentChat")
            .ModelCalls(["InvokeAsync"], prompt: [SdkFact.Receiver], configured: SdkFact.Receiver)
            .ModelCalls(["InvokeStreamingAsync"], prompt: [SdkFact.Receiver], streaming: true, configured: SdkFact.Receiver)
            .Appends(role: null, "AddChatMessage", ["message"])
            .Appends(role: null, "AddChatMessages", ["messages"])
            .Type(Space + "AgentGroupChat")
            .ModelCalls(["InvokeAsync"], prompt: [SdkFact.Receiver, "agent"], configured: "agent")
            .ModelCalls(["InvokeStreamingAsync"], prompt: [SdkFact.Receiver, "agent"], streaming: true, configured: "agent")
            .HoldsOptions(SdkTable.Constructor, "agents")
            .HoldsOptions("AddAgent", "agent")
            .ToEntries();

    private static ImmutableArray<SdkEntry> Orchestrations() =>
        Members(Space + "Orchestration.Sequential.SequentialOrchestration")
            .AddRange(Members(Space + "Orchestration.Concurrent.ConcurrentOrchestration"))
            .AddRange(Members(Space + "Orchestration.GroupChat.GroupChatOrchestration"))
            .AddRange(Members(Space + "Orchestration.Handoff.HandoffOrchestration"))
            .AddRange(
                new SdkTable(SdkKind.SemanticKernel)
                    .Type(Space + "Orchestration.AgentOrchestration`2")
                    .ModelCalls(["InvokeAsync"], prompt: ["input"], configured: SdkFact.Receiver)
                    .Type(Space + "Orchestration.OrchestrationResult`1")
                    .Passes("GetValueAsync")
                    .ToEntries()
            );

    private static ImmutableArray<SdkEntry> Members(string type) =>
        new SdkTable(SdkKind.SemanticKernel)
            .Type(type)
            .HoldsOptions(SdkTable.Constructor, "members")
            .Type(type + "`2")
            .HoldsOptions(SdkTable.Constructor, "agents")
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
