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
            .Type(Space + "Chat.TerminationStrategy")
            .ReadsConversation("ShouldAgentTerminateAsync", "history")
            .Type(Space + "Orchestration.GroupChat.GroupChatManager")
            .ReadsConversation("ShouldTerminate", "history")
            .Type(Space + "Chat.KernelFunctionTerminationStrategy")
            .RunsFunction()
            .Type(Space + "Chat.KernelFunctionSelectionStrategy")
            .RunsFunction()
            .ToEntries();

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
