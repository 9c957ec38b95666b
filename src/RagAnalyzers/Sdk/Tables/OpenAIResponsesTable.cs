using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// The OpenAI client's Responses API. Until 2.7 the client is called <c>OpenAIResponseClient</c>, its options
/// <c>ResponseCreationOptions</c> and its result <c>OpenAIResponse</c>; from 2.8 on the input is a part of the options.
/// </summary>
internal static class OpenAIResponsesTable
{
    private const string Previous = "previousResponseId";

    private static readonly string[] Create = ["CreateResponse", "CreateResponseAsync"];
    private static readonly string[] CreateStreaming = ["CreateResponseStreaming", "CreateResponseStreamingAsync"];

    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.OpenAI)
            .Type("OpenAI.Responses.ResponsesClient")
            .ModelCalls(Create, prompt: ["inputItems", "userInputText"], continues: Previous)
            .ModelCalls(CreateStreaming, prompt: ["inputItems", "userInputText"], streaming: true, continues: Previous)
            .ProtocolCalls(Create, body: "content")
            .ModelCalls(Create, prompt: ["options"], options: ["options"])
            .ModelCalls(CreateStreaming, prompt: ["options"], options: ["options"], streaming: true)
            .Type("OpenAI.Responses.OpenAIResponseClient")
            .ModelCalls(Create, prompt: ["inputItems", "userInputText"], options: ["options"])
            .ModelCalls(CreateStreaming, prompt: ["inputItems", "userInputText"], options: ["options"], streaming: true)
            .ProtocolCalls(Create, body: "content")
            .Type("OpenAI.Responses.CreateResponseOptions")
            .Collects(SdkTable.Constructor, "inputItems")
            .PromptProperty(role: null, "InputItems")
            .PromptProperty(PromptRole.System, "Instructions")
            .ResponseFormat("TextOptions", holdsFormatIn: "TextFormat")
            .BringsMessages("PreviousResponseId", "ConversationOptions")
            .Tools(ToolRole.Offers, ["Tools"])
            .FormatBackdoors("Patch")
            .Type("OpenAI.Responses.ResponseCreationOptions")
            .PromptProperty(PromptRole.System, "Instructions")
            .ResponseFormat("TextOptions", holdsFormatIn: "TextFormat")
            .BringsMessages("PreviousResponseId")
            .Tools(ToolRole.Offers, ["Tools"])
            .FormatBackdoors("Patch")
            .Type("OpenAI.Responses.ResponseTextOptions")
            .ResponseFormat("TextFormat")
            .FormatBackdoors("Patch")
            .Type("OpenAI.Responses.ResponseTextFormat")
            .Format(FormatStrength.Text, "CreateTextFormat")
            .Format(FormatStrength.JsonMode, "CreateJsonObjectFormat")
            .SchemaFormat("CreateJsonSchemaFormat", schema: "jsonSchema", strict: "jsonSchemaIsStrict")
            .Type("OpenAI.Responses.ResponseTool")
            .Tools(ToolRole.Searches, ["CreateFileSearchTool"])
            .Cites("CreateFileSearchTool")
            .Type("OpenAI.Responses.ResponseItem")
            .Speaks(PromptRole.System, "CreateSystemMessageItem", "contentParts", "inputTextContent")
            .Speaks(PromptRole.System, "CreateDeveloperMessageItem", "contentParts", "inputTextContent")
            .Speaks(PromptRole.User, "CreateUserMessageItem", "contentParts", "inputTextContent")
            .Speaks(PromptRole.Assistant, "CreateAssistantMessageItem", "contentParts", "outputTextContent")
            .Speaks(PromptRole.Tool, "CreateFunctionCallOutputItem", "functionOutput")
            .Type("OpenAI.Responses.ResponseContentPart")
            .Passes("Text")
            .PassesFrom("CreateInputTextPart", "text")
            .PassesFrom("CreateOutputTextPart", "text")
            .Outcome("Kind", "Refusal")
            .Type("OpenAI.Responses.ResponseResult")
            .Passes("GetOutputText", "OutputItems")
            .PassesFrom(SdkTable.Explicit, "result")
            .Outcome("Status", "IncompleteStatusDetails", "Error")
            .Type("OpenAI.Responses.OpenAIResponse")
            .Passes("GetOutputText", "OutputItems")
            .Outcome("Status", "IncompleteStatusDetails", "Error")
            .Type("OpenAI.Responses.MessageResponseItem")
            .Passes("Content")
            .Outcome("Status")
            .Type("OpenAI.Responses.StreamingResponseOutputTextDeltaUpdate")
            .Passes("Delta")
            .Type("OpenAI.Responses.StreamingResponseOutputTextDoneUpdate")
            .Passes("Text")
            .Type("OpenAI.Responses.StreamingResponseContentPartDoneUpdate")
            .Passes("Part")
            .Type("OpenAI.Responses.StreamingResponseOutputItemDoneUpdate")
            .Passes("Item")
            .Type("OpenAI.Responses.StreamingResponseCompletedUpdate")
            .Passes("Response")
            .OutcomeByType("Response")
            .Type("OpenAI.Responses.StreamingResponseIncompleteUpdate")
            .OutcomeByType("Response")
            .Type("OpenAI.Responses.StreamingResponseFailedUpdate")
            .OutcomeByType("Response")
            .Type("OpenAI.Responses.StreamingResponseRefusalDeltaUpdate")
            .OutcomeByType("Delta")
            .Type("OpenAI.Responses.StreamingResponseRefusalDoneUpdate")
            .OutcomeByType("Refusal")
            .ToEntries();
}
