using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// Semantic Kernel: services, kernel and functions, messages, execution settings. <c>InvokeAsync&lt;T&gt;</c> and
/// <c>InvokePromptAsync&lt;T&gt;</c> convert the result and send no schema, so they are not typed calls. Invocations by plug-in and
/// function name have no row: which function runs is unknown.
/// </summary>
internal static class SemanticKernelTable
{
    private const string Dangerous = "AllowDangerouslySetContent";

    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.SemanticKernel)
            .Type("Microsoft.SemanticKernel.ChatCompletion.IChatCompletionService")
            .ModelCalls(["GetChatMessageContentsAsync"], prompt: ["chatHistory"], options: ["executionSettings"])
            .ModelCalls(["GetStreamingChatMessageContentsAsync"], prompt: ["chatHistory"], options: ["executionSettings"], streaming: true)
            .Type("Microsoft.SemanticKernel.ChatCompletion.ChatCompletionServiceExtensions")
            .ModelCalls(["GetChatMessageContentAsync"], prompt: ["prompt", "chatHistory"], options: ["executionSettings"])
            .ModelCalls(["GetChatMessageContentsAsync"], prompt: ["prompt"], options: ["executionSettings"])
            .ModelCalls(["GetStreamingChatMessageContentsAsync"], prompt: ["prompt"], options: ["executionSettings"], streaming: true)
            .Type("Microsoft.SemanticKernel.TextGeneration.ITextGenerationService")
            .ModelCalls(["GetTextContentsAsync"], prompt: ["prompt"], options: ["executionSettings"])
            .ModelCalls(["GetStreamingTextContentsAsync"], prompt: ["prompt"], options: ["executionSettings"], streaming: true)
            .Type("Microsoft.SemanticKernel.TextGeneration.TextGenerationExtensions")
            .ModelCalls(["GetTextContentAsync"], prompt: ["prompt"], options: ["executionSettings"])
            .Type("Microsoft.SemanticKernel.Kernel")
            .ModelCalls(["InvokeAsync"], prompt: [], options: ["arguments"], function: "function", arguments: "arguments")
            .ModelCalls(
                ["InvokeStreamingAsync"],
                prompt: [],
                options: ["arguments"],
                streaming: true,
                function: "function",
                arguments: "arguments"
            )
            .Type("Microsoft.SemanticKernel.KernelFunction")
            .ModelCalls(["InvokeAsync"], prompt: [], options: ["arguments"], function: SdkFact.Receiver, arguments: "arguments")
            .ModelCalls(
                ["InvokeStreamingAsync"],
                prompt: [],
                options: ["arguments"],
                streaming: true,
                function: SdkFact.Receiver,
                arguments: "arguments"
            )
            .Type("Microsoft.SemanticKernel.KernelExtensions")
            .ModelCalls(
                ["InvokePromptAsync"],
                prompt: ["promptTemplate", "promptTemplateConfig"],
                options: ["arguments", "promptTemplateConfig"],
                arguments: "arguments"
            )
            .ModelCalls(
                ["InvokePromptStreamingAsync"],
                prompt: ["promptTemplate", "promptTemplateConfig"],
                options: ["arguments", "promptTemplateConfig"],
                streaming: true,
                arguments: "arguments"
            )
            .PromptFunctions(
                ["CreateFunctionFromPrompt"],
                prompt: ["promptTemplate", "promptConfig"],
                options: ["executionSettings", "promptConfig"]
            )
            .Type("Microsoft.SemanticKernel.KernelFunctionFactory")
            .PromptFunctions(
                ["CreateFromPrompt"],
                prompt: ["promptTemplate", "promptConfig"],
                options: ["executionSettings", "promptConfig"]
            )
            .Type("Microsoft.SemanticKernel.FunctionResult")
            .Passes("GetValue", "ToString")
            .Type("Microsoft.SemanticKernel.KernelContent")
            .Passes("InnerContent")
            .Type("Microsoft.SemanticKernel.TextContent")
            .Passes("Text", "ToString")
            .PassesFrom(SdkTable.Constructor, "text")
            .PassesFrom(SdkTable.Implicit, "text")
            .Type("Microsoft.SemanticKernel.ChatMessageContent")
            .SpeaksAs("role", SdkTable.Constructor, "content", "items")
            .PassesFrom(SdkTable.Constructor, "content", "items")
            .Passes("Content", "Items", "ToString")
            .Type("Microsoft.SemanticKernel.ChatMessageContentExtensions")
            .PassesFrom("ToChatMessage", "content")
            .Type("Microsoft.SemanticKernel.StreamingKernelContent")
            .Passes("InnerContent", "ToString")
            .Type("Microsoft.SemanticKernel.StreamingTextContent")
            .Passes("Text", "ToString")
            .Type("Microsoft.SemanticKernel.StreamingChatMessageContent")
            .Passes("Content", "Items", "ToString")
            .Type("Microsoft.SemanticKernel.StreamingChatMessageContentExtensions")
            .PassesFrom("ToChatResponseUpdate", "content")
            .Type("Microsoft.SemanticKernel.ChatCompletion.ChatMessageContentItemCollection")
            .Passes(SdkTable.Indexer)
            .Appends(role: null, "Add", ["item"])
            .Type("Microsoft.SemanticKernel.ChatCompletion.StreamingKernelContentItemCollection")
            .Passes(SdkTable.Indexer)
            .Type("Microsoft.SemanticKernel.ChatCompletion.ChatHistory")
            .SpeaksAs("role", SdkTable.Constructor, "message")
            .Speaks(PromptRole.System, SdkTable.Constructor, "systemMessage")
            .Collects(SdkTable.Constructor, "messages")
            .Appends(role: null, "AddMessage", ["content", "contentItems"], roleParameter: "authorRole")
            .Appends(PromptRole.System, "AddSystemMessage", ["content"])
            .Appends(PromptRole.System, "AddDeveloperMessage", ["content"])
            .Appends(PromptRole.User, "AddUserMessage", ["content", "contentItems"])
            .Appends(PromptRole.Assistant, "AddAssistantMessage", ["content"])
            .Appends(role: null, "Add", ["item"])
            .Appends(role: null, "AddRange", ["items"])
            .Appends(role: null, "Insert", ["item"])
            .Passes(SdkTable.Indexer)
            .Type("Microsoft.SemanticKernel.ChatCompletion.AuthorRole")
            .RoleValue(PromptRole.System, "System")
            .RoleValue(PromptRole.System, "Developer")
            .RoleValue(PromptRole.User, "User")
            .RoleValue(PromptRole.Assistant, "Assistant")
            .RoleValue(PromptRole.Tool, "Tool")
            .Type("Microsoft.SemanticKernel.KernelArguments")
            .HoldsOptions(SdkTable.Constructor, "executionSettings")
            .HoldsOptions("ExecutionSettings")
            .PassesFrom(SdkTable.Constructor, "source")
            .Type("Microsoft.SemanticKernel.PromptTemplateConfig")
            .HoldsOptions("ExecutionSettings")
            .HoldsOptions("AddExecutionSettings", "settings")
            .Collects(SdkTable.Constructor, "template")
            .PromptProperty(role: null, "Template")
            .NamesTemplateFormat(TemplateFormat.SemanticKernel, "SemanticKernelTemplateFormat")
            .ExemptsFromEncoding(ExemptionScope.Template, Dangerous)
            .Type("Microsoft.SemanticKernel.InputVariable")
            .ExemptsFromEncoding(ExemptionScope.Variable, Dangerous)
            .Type("Microsoft.SemanticKernel.KernelPromptTemplateFactory")
            .ExemptsFromEncoding(ExemptionScope.Factory, Dangerous)
            .Type("Microsoft.SemanticKernel.PromptExecutionSettings")
            .FormatBackdoors("ExtensionData")
            .Passes("Clone")
            .Type("Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIPromptExecutionSettings")
            .ResponseFormat("ResponseFormat")
            .FormatBackdoors("ExtraBody")
            .PassesFrom("FromExecutionSettings", "executionSettings")
            .Type("Microsoft.SemanticKernel.Connectors.AzureOpenAI.AzureOpenAIPromptExecutionSettings")
            .Cites("AzureChatDataSource")
            .PassesFrom("FromExecutionSettings", "executionSettings")
            .Type("Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIPromptExecutionSettings")
            .PromptProperty(PromptRole.System, "ChatSystemPrompt")
            .PromptProperty(PromptRole.System, "ChatDeveloperPrompt")
            .ToEntries();
}
