using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// OllamaSharp: the client's own calls, beside those of the chat client that it is as well. A format is the text "json", or a schema as an
/// object.
/// </summary>
internal static class OllamaSharpTable
{
    private static readonly string[] Request = ["request"];

    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.OllamaSharp)
            .Type("OllamaSharp.IOllamaApiClient")
            .ModelCalls(["ChatAsync", "GenerateAsync"], prompt: Request, options: Request, streaming: true)
            .Type("OllamaSharp.OllamaApiClientExtensions")
            .ModelCalls(["GenerateAsync"], prompt: ["prompt"], streaming: true, continues: "context")
            .Type("OllamaSharp.Chat")
            .ProtocolCalls(["SendAsync", "SendAsAsync"], "format")
            .ModelCalls(["SendAsync", "SendAsAsync"], prompt: ["message"], streaming: true, continues: SdkFact.Receiver)
            .Type("OllamaSharp.IAsyncEnumerableExtensions")
            .PassesFrom("StreamToEndAsync", "stream")
            .Type("OllamaSharp.Models.Chat.ChatRequest")
            .PromptProperty(role: null, "Messages")
            .ResponseFormat("Format")
            .Type("OllamaSharp.Models.GenerateRequest")
            .PromptProperty(role: null, "Prompt")
            .PromptProperty(PromptRole.System, "System")
            .BringsMessages("Context")
            .ResponseFormat("Format")
            .Type("OllamaSharp.Models.Chat.Message")
            .SpeaksAs("role", SdkTable.Constructor, "content")
            .PassesFrom(SdkTable.Constructor, "content")
            .Passes("Content")
            .Type("OllamaSharp.Models.Chat.ChatResponseStream")
            .Passes("Message")
            .Type("OllamaSharp.Models.Chat.ChatDoneResponseStream")
            .Outcome("DoneReason")
            .Type("OllamaSharp.Models.GenerateResponseStream")
            .Passes("Response")
            .Type("OllamaSharp.Models.GenerateDoneResponseStream")
            .Outcome("DoneReason")
            .Type("OllamaSharp.Models.Chat.ChatRole")
            .RoleValue(PromptRole.System, "System")
            .RoleValue(PromptRole.User, "User")
            .RoleValue(PromptRole.Assistant, "Assistant")
            .RoleValue(PromptRole.Tool, "Tool")
            .ToEntries();
}
