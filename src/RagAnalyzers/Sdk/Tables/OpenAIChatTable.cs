using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// The OpenAI client's chat completions. Azure OpenAI's chat client derives from <c>ChatClient</c> and needs no rows of its own.
/// </summary>
internal static class OpenAIChatTable
{
    private const string Message = "OpenAI.Chat.ChatMessage";

    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.OpenAI)
            .Type("OpenAI.Chat.ChatClient")
            .ModelCalls(["CompleteChat", "CompleteChatAsync"], prompt: ["messages"], options: ["options"])
            .ModelCalls(
                ["CompleteChatStreaming", "CompleteChatStreamingAsync"],
                prompt: ["messages"],
                options: ["options"],
                streaming: true
            )
            .ProtocolCalls(["CompleteChat", "CompleteChatAsync"], body: "content")
            .Type("OpenAI.Chat.ChatCompletion")
            .Passes("Content")
            .PassesFrom(SdkTable.Explicit, "result")
            .Outcome("FinishReason", "Refusal")
            .Type("OpenAI.Chat.StreamingChatCompletionUpdate")
            .Passes("ContentUpdate")
            .Outcome("FinishReason", "RefusalUpdate")
            .Type("OpenAI.Chat.ChatMessageContent")
            .PassesFrom(SdkTable.Constructor, "content", "contentParts")
            .Type("OpenAI.Chat.ChatMessageContentPart")
            .Passes("Text")
            .PassesFrom("CreateTextPart", "text")
            .Outcome("Kind", "Refusal")
            .PassesFrom(SdkTable.Implicit, "text")
            .Type(Message)
            .Passes("Content")
            .Speaks(PromptRole.System, "CreateSystemMessage", "content", "contentParts")
            .Speaks(PromptRole.System, "CreateDeveloperMessage", "content", "contentParts")
            .Speaks(PromptRole.User, "CreateUserMessage", "content", "contentParts")
            .Speaks(PromptRole.Assistant, "CreateAssistantMessage", "content", "contentParts", "chatCompletion")
            .Speaks(PromptRole.Tool, "CreateToolMessage", "content", "contentParts")
            .Speaks(PromptRole.Tool, "CreateFunctionMessage", "content")
            .Speaks(PromptRole.User, SdkTable.Implicit, "content")
            .Type("OpenAI.Chat.SystemChatMessage")
            .Speaks(PromptRole.System, SdkTable.Constructor, "content", "contentParts")
            .Type("OpenAI.Chat.DeveloperChatMessage")
            .Speaks(PromptRole.System, SdkTable.Constructor, "content", "contentParts")
            .Type("OpenAI.Chat.UserChatMessage")
            .Speaks(PromptRole.User, SdkTable.Constructor, "content", "contentParts")
            .Type("OpenAI.Chat.AssistantChatMessage")
            .Outcome("Refusal")
            .Speaks(PromptRole.Assistant, SdkTable.Constructor, "content", "contentParts", "chatCompletion")
            .Type("OpenAI.Chat.ToolChatMessage")
            .Speaks(PromptRole.Tool, SdkTable.Constructor, "content", "contentParts")
            .Type("OpenAI.Chat.FunctionChatMessage")
            .Speaks(PromptRole.Tool, SdkTable.Constructor, "content")
            .Type("OpenAI.Chat.ChatCompletionOptions")
            .ResponseFormat("ResponseFormat")
            .Tools(ToolRole.Offers, ["Tools"])
            .FormatBackdoors("Patch")
            .Type("Azure.AI.OpenAI.Chat.AzureChatExtensions")
            .LeaveFormatAlone("AddDataSource", "SetNewMaxCompletionTokensPropertyEnabled")
            .Cites("AddDataSource", addsTo: "options")
            .Type("OpenAI.Chat.ChatResponseFormat")
            .Format(FormatStrength.Text, "CreateTextFormat")
            .Format(FormatStrength.JsonMode, "CreateJsonObjectFormat")
            .SchemaFormat("CreateJsonSchemaFormat", schema: "jsonSchema", strict: "jsonSchemaIsStrict")
            .ToEntries();
}
