using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// Anthropic's own library: messages, and the schema that their parameters carry. The service has no JSON mode. The services in beta have no
/// rows.
/// </summary>
internal static class AnthropicTable
{
    private const string Space = "Anthropic.Models.Messages.";

    private static readonly string[] Parameters = ["parameters"];

    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.Anthropic)
            .Type("Anthropic.Services.IMessageService")
            .ModelCalls(["Create"], prompt: Parameters, options: Parameters)
            .ModelCalls(["CreateStreaming"], prompt: Parameters, options: Parameters, streaming: true)
            .Type(Space + "MessageCreateParams")
            .HoldsOptions(SdkTable.Constructor, "rawBodyData")
            .PromptProperty(role: null, "Messages")
            .PromptProperty(PromptRole.System, "System")
            .ResponseFormat("OutputConfig", holdsFormatIn: "Format")
            .Type(Space + "Message")
            .Passes("Content")
            .Outcome("StopReason", "StopDetails")
            .Type(Space + "ContentBlock")
            .Passes("Value", "TryPickText")
            .Type(Space + "TextBlock")
            .Passes("Text")
            .Type(Space + "RawMessageStreamEvent")
            .Passes("Value", "TryPickContentBlockDelta")
            .Type(Space + "RawContentBlockDeltaEvent")
            .Passes("Delta")
            .Type(Space + "RawContentBlockDelta")
            .Passes("Value", "TryPickText")
            .Type(Space + "TextDelta")
            .Passes("Text")
            .ToEntries();
}
