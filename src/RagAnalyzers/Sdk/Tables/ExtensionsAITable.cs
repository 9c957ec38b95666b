using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>Microsoft.Extensions.AI: chat clients, messages and their formats.</summary>
internal static class ExtensionsAITable
{
    public static ImmutableArray<SdkEntry> Entries { get; } = new SdkTable(SdkKind.ExtensionsAI)
        .Type("Microsoft.Extensions.AI.IChatClient")
        .ModelCalls(["GetResponseAsync"], prompt: ["messages"], options: ["options"])
        .ModelCalls(["GetStreamingResponseAsync"], prompt: ["messages"], options: ["options"], streaming: true)
        .Type("Microsoft.Extensions.AI.ChatClientExtensions")
        .ModelCalls(["GetResponseAsync"], prompt: ["chatMessage"], options: ["options"])
        .ModelCalls(["GetStreamingResponseAsync"], prompt: ["chatMessage"], options: ["options"], streaming: true)
        .Type("Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions")
        .ModelCalls(["GetResponseAsync"], prompt: ["messages", "chatMessage"], options: ["options"], typed: true)

        .Type("Microsoft.Extensions.AI.ChatResponse")
        .Passes("Text", "Messages", "ToString", "RawRepresentation", "ToChatResponseUpdates")
        .PassesFrom(SdkTable.Constructor, "message", "messages")
        .Outcome("FinishReason")
        .Type("Microsoft.Extensions.AI.ChatResponse`1")
        .Passes("Result", "TryGetResult")
        .TypedResult("Result")
        .Outcome("TryGetResult")
        .PassesFrom(SdkTable.Constructor, "response")
        .Type("Microsoft.Extensions.AI.ChatResponseUpdate")
        .Passes("Text", "Contents", "ToString", "RawRepresentation")
        .Outcome("FinishReason")
        .PassesFrom(SdkTable.Constructor, "content", "contents")
        .Type("Microsoft.Extensions.AI.ChatResponseExtensions")
        .PassesFrom("ToChatResponse", "updates")
        .PassesFrom("ToChatResponseAsync", "updates")
        .Appends(role: null, "AddMessages", ["response", "updates", "update"])
        .Appends(role: null, "AddMessagesAsync", ["updates"])

        .Type("Microsoft.Extensions.AI.ChatMessage")
        .SpeaksAs("role", SdkTable.Constructor, "content", "contents")
        .PassesFrom(SdkTable.Constructor, "content", "contents")
        .Passes("Text", "Contents", "ToString", "RawRepresentation", "Clone")
        .Type("Microsoft.Extensions.AI.TextContent")
        .PassesFrom(SdkTable.Constructor, "text")
        .Passes("Text", "ToString")

        .Type("Microsoft.Extensions.AI.ErrorContent")
        .OutcomeByType("Message")

        .Type("Microsoft.Extensions.AI.ChatRole")
        .RoleValue(PromptRole.System, "System")
        .RoleValue(PromptRole.User, "User")
        .RoleValue(PromptRole.Assistant, "Assistant")
        .RoleValue(PromptRole.Tool, "Tool")

        .Type("Microsoft.Extensions.AI.AIJsonUtilities")
        .ExportsSchema("CreateJsonSchema", type: "type")

        .Type("Microsoft.Extensions.AI.ChatOptions")
        .PromptProperty(PromptRole.System, "Instructions")
        .ResponseFormat("ResponseFormat")
        .FormatBackdoors("RawRepresentationFactory", "AdditionalProperties")
        .BringsMessages("ConversationId")
        .Tools(ToolRole.Offers, ["Tools"])
        .PassesFrom(SdkTable.Constructor, "other")
        .Passes("Clone")
        .Type("Microsoft.Extensions.AI.ChatResponseFormat")
        .Format(FormatStrength.Text, "Text")
        .Format(FormatStrength.JsonMode, "Json")
        .SchemaFormat("ForJsonSchema", schema: "schema", schemaType: "schemaType")
        .Type("Microsoft.Extensions.AI.ChatResponseFormatText")
        .Format(FormatStrength.Text, SdkTable.Constructor)
        .Type("Microsoft.Extensions.AI.ChatResponseFormatJson")
        .SchemaFormat(SdkTable.Constructor, schema: "schema")

        .Type("Microsoft.Extensions.AI.OpenAIClientExtensions")
        .AdaptsOpenAI("AsIChatClient")

        .Type("Microsoft.Extensions.AI.AIFunctionFactory")
        .Tools(ToolRole.Wraps, ["Create"], from: ["method"])
        .Type("Microsoft.Extensions.AI.HostedFileSearchTool")
        .Tools(ToolRole.Searches, [SdkTable.Constructor])
        .ToEntries();
}
