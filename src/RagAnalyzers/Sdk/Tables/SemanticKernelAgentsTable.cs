using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// Semantic Kernel's agents, and the strategies of their chats. What an agent of a service answers under (an assistant, an agent of Azure) is
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
            .Type(Space + "AgentGroupChat")
            .ChatOf(["InvokeAsync"], streaming: false)
            .ChatOf(["InvokeStreamingAsync"], streaming: true)
            .HoldsOptions(SdkTable.Constructor, "agents")
            .HoldsOptions("AddAgent", "agent")
            .PromptFunctions(["CreatePromptFunctionForStrategy"], prompt: ["template"], options: [])
            .Type(Space + "Orchestration.AgentOrchestration`2")
            .ModelCalls(["InvokeAsync"], prompt: ["input"], configured: SdkFact.Receiver, gathers: true)
            .FormatBackdoors("ResultTransform")
            .HandsAnswerTo("ResponseCallback")
            .Type(Space + "Orchestration.Transforms.StructuredOutputTransform`1")
            .ModelCalls([SdkTable.Constructor], prompt: [], options: ["executionSettings"])
            .ParsesItself()
            .Type(Space + "Orchestration.OrchestrationResult`1")
            .Passes("GetValueAsync")
            .Type(Space + "Orchestration.Sequential.SequentialOrchestration`2")
            .HoldsOptions(SdkTable.Constructor, "agents")
            .Type(Space + "Orchestration.Sequential.SequentialOrchestration")
            .HoldsOptions(SdkTable.Constructor, "members")
            .Type(Space + "Orchestration.Concurrent.ConcurrentOrchestration`2")
            .HoldsOptions(SdkTable.Constructor, "agents")
            .Type(Space + "Orchestration.Concurrent.ConcurrentOrchestration")
            .HoldsOptions(SdkTable.Constructor, "members")
            .Type(Space + "Orchestration.Handoff.HandoffOrchestration`2")
            .HoldsOptions(SdkTable.Constructor, "agents")
            .Type(Space + "Orchestration.Handoff.HandoffOrchestration")
            .HoldsOptions(SdkTable.Constructor, "members")
            .Type(Space + "Chat.TerminationStrategy")
            .ReadsConversation("ShouldAgentTerminateAsync", "history")
            .Type(Space + "Orchestration.GroupChat.GroupChatManager")
            .ReadsConversation("ShouldTerminate", "history")
            .Type(Space + "Chat.KernelFunctionTerminationStrategy")
            .RunsFunction()
            .Type(Space + "Chat.KernelFunctionSelectionStrategy")
            .RunsFunction()
            .ToEntries();

    /// <summary>A chat asks the agent that it is given, or all that it has.</summary>
    private static SdkTable ChatOf(this SdkTable chat, string[] members, bool streaming) =>
        chat.ModelCalls(members, prompt: ["agent"], streaming: streaming, configured: "agent", continues: SdkFact.Receiver, gathers: true)
            .ModelCalls(
                members,
                prompt: [],
                streaming: streaming,
                configured: SdkFact.Receiver,
                continues: SdkFact.Receiver,
                gathers: true
            );

    /// <summary>A strategy of a group chat asks a model by the function that it is made with.</summary>
    private static SdkTable RunsFunction(this SdkTable strategy) =>
        strategy
            .ModelCalls([SdkTable.Constructor], prompt: [], options: [SdkFact.Receiver], function: "function", arguments: SdkFact.Receiver)
            .HoldsOptions("Arguments")
            .HandsAnswerTo("ResultParser");

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
