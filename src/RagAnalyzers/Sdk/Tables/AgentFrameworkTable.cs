using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>Microsoft Agent Framework. A run without a message continues its session, so the session is its prompt.</summary>
internal static class AgentFrameworkTable
{
    private static readonly string[] Options = ["options"];

    public static ImmutableArray<SdkEntry> Entries { get; } =
        Runs(Runs(new SdkTable(SdkKind.AgentFramework).Type("Microsoft.Agents.AI.AIAgent")).Type("Microsoft.Agents.AI.ChatClientAgent"))
            .Type("Microsoft.Agents.AI.ChatClientAgent")
            .HoldsOptions(SdkTable.Constructor, "options")
            .Speaks(PromptRole.System, SdkTable.Constructor, "instructions")
            .Type("Microsoft.Extensions.AI.ChatClientExtensions")
            .HoldsOptions("AsAIAgent", "options")
            .Speaks(PromptRole.System, "AsAIAgent", "instructions")
            .Type("Microsoft.Extensions.AI.ChatClientBuilderExtensions")
            .HoldsOptions("BuildAIAgent", "options")
            .Speaks(PromptRole.System, "BuildAIAgent", "instructions")
            .Type("Microsoft.Agents.AI.ChatClientAgentOptions")
            .HoldsOptions("ChatOptions")
            .Passes("Clone")
            .Tools(ToolRole.Offers, ["AIContextProviders"])
            .BringsMessages("AIContextProviders", "ChatHistoryProvider")
            .Type("Microsoft.Agents.AI.TextSearchProvider")
            .Tools(ToolRole.Searches, [SdkTable.Constructor])
            .Type("Microsoft.Agents.AI.ChatClientAgentRunOptions")
            .HoldsOptions(SdkTable.Constructor, "chatOptions")
            .HoldsOptions("ChatOptions")
            .FormatBackdoors("ChatClientFactory")
            .Type("Microsoft.Agents.AI.AgentRunOptions")
            .PassesFrom(SdkTable.Constructor, "options")
            .Passes("Clone")
            .ResponseFormat("ResponseFormat")
            .FormatBackdoors("AdditionalProperties")
            .Type("Microsoft.Agents.AI.AgentResponse")
            .Passes("Text", "Messages", "ToString", "RawRepresentation", "ToAgentResponseUpdates")
            .PassesFrom(SdkTable.Constructor, "message", "messages", "response")
            .Outcome("FinishReason")
            // The response until the 1.0 previews of January 2026.
            .Type("Microsoft.Agents.AI.AgentRunResponse")
            .Passes("Text", "Messages", "ToString")
            .Parses(["Deserialize"], [SdkFact.Receiver])
            .TriesToParse("TryDeserialize", SdkFact.Receiver)
            .Type("Microsoft.Agents.AI.AgentResponse`1")
            .Passes("Result")
            .TypedResult("Result")
            .PassesFrom(SdkTable.Constructor, "response")
            .Type("Microsoft.Agents.AI.AgentResponseUpdate")
            .Passes("Text", "Contents", "ToString", "RawRepresentation")
            .Outcome("FinishReason")
            .PassesFrom(SdkTable.Constructor, "content", "contents", "chatResponseUpdate")
            .Type("Microsoft.Agents.AI.AIAgentExtensions")
            .PassesFrom("AsBuilder", "innerAgent")
            .Type("Microsoft.Agents.AI.AIAgentBuilder")
            .PassesFrom(SdkTable.Constructor, "innerAgent")
            .Passes("Build")
            .Type("Microsoft.Agents.AI.OpenTelemetryAgentBuilderExtensions")
            .PassesFrom("UseOpenTelemetry", "builder")
            .Type("Microsoft.Agents.AI.LoggingAgentBuilderExtensions")
            .PassesFrom("UseLogging", "builder")
            .Type("Microsoft.Agents.AI.FunctionInvocationDelegatingAgentBuilderExtensions")
            .PassesFrom("Use", "builder")
            .Type("Microsoft.Agents.AI.OpenTelemetryAgent")
            .PassesFrom(SdkTable.Constructor, "innerAgent")
            .Type("Microsoft.Agents.AI.LoggingAgent")
            .PassesFrom(SdkTable.Constructor, "innerAgent")
            .Type("Microsoft.Agents.AI.AgentResponseExtensions")
            .PassesFrom("ToAgentResponse", "updates")
            .PassesFrom("ToAgentResponseAsync", "updates")
            .PassesFrom("AsChatResponse", "response")
            .PassesFrom("AsChatResponseUpdate", "responseUpdate")
            .PassesFrom("AsChatResponseUpdatesAsync", "responseUpdates")
            .Type("Microsoft.Agents.AI.Workflows.GroupChatManager")
            .ReadsConversation("ShouldTerminateAsync", "history")
            .Type("Microsoft.Agents.AI.Workflows.ExecutorBinding")
            .PassesFrom(SdkTable.Implicit, "agent")
            .Type("Microsoft.Agents.AI.Workflows.ExecutorBindingExtensions")
            .PassesFrom("BindAsExecutor", "agent")
            .Type("Microsoft.Agents.AI.Hosting.AgentHostingServiceCollectionExtensions")
            .RegistersAgent()
            .Type("Microsoft.Agents.AI.Hosting.HostApplicationBuilderAgentExtensions")
            .RegistersAgent()
            .ToEntries();

    /// <summary>An agent that a container makes, of instructions or by a function, and hands out under its name.</summary>
    private static SdkTable RegistersAgent(this SdkTable host) =>
        host.RegistersService(["AddAIAgent"], ["createAgentDelegate"], key: "name", service: "Microsoft.Agents.AI.AIAgent")
            .HoldsOptions("AddAIAgent")
            .Speaks(PromptRole.System, "AddAIAgent", "instructions");

    private static SdkTable Runs(SdkTable agent) =>
        agent
            .ModelCalls(
                ["RunAsync"],
                prompt: ["message", "messages"],
                Options,
                configured: SdkFact.Receiver,
                continues: "session",
                arity: 0
            )
            .ModelCalls(["RunAsync"], prompt: ["session"], Options, configured: SdkFact.Receiver, arity: 0)
            .ModelCalls(
                ["RunAsync"],
                prompt: ["message", "messages"],
                Options,
                typed: true,
                configured: SdkFact.Receiver,
                continues: "session",
                arity: 1
            )
            .ModelCalls(["RunAsync"], prompt: ["session"], Options, typed: true, configured: SdkFact.Receiver, arity: 1)
            .ModelCalls(
                ["RunStreamingAsync"],
                prompt: ["message", "messages"],
                Options,
                streaming: true,
                configured: SdkFact.Receiver,
                continues: "session"
            )
            .ModelCalls(["RunStreamingAsync"], prompt: ["session"], Options, streaming: true, configured: SdkFact.Receiver)
            .BeginsConversation("CreateSessionAsync");
}
