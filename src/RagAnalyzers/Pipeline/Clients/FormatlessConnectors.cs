using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Clients;

/// <summary>
/// Whether the compilation gives Semantic Kernel services of connectors alone whose settings have no response format, or have it under another
/// name. Nothing that could be said of a format then exists on what the code calls.
/// </summary>
internal sealed class FormatlessConnectors
{
    private static readonly string[] WithoutFormat =
    {
        "AddGoogleAIGeminiChatCompletion",
        "AddVertexAIGeminiChatCompletion",
        "AddMistralChatCompletion",
        "AddHuggingFaceChatCompletion",
        "AddHuggingFaceTextGeneration",
        "AddOllamaChatCompletion",
        "AddOllamaTextGeneration",
        "AddBedrockChatCompletionService",
        "AddBedrockTextGenerationService",
        "AddAnthropicChatCompletion",
        "AddOnnxRuntimeGenAIChatCompletion",
        "GoogleAIGeminiChatCompletionService",
        "VertexAIGeminiChatCompletionService",
        "MistralAIChatCompletionService",
        "HuggingFaceChatCompletionService",
        "OllamaChatCompletionService",
        "BedrockChatCompletionService",
    };

    private static readonly string[] WithFormat =
    {
        "AddOpenAIChatCompletion",
        "AddAzureOpenAIChatCompletion",
        "AddAzureAIInferenceChatCompletion",
        "AddOpenAIChatClient",
        "AddAzureOpenAIChatClient",
        "AsChatCompletionService",
        "OpenAIChatCompletionService",
        "AzureOpenAIChatCompletionService",
        "AzureAIInferenceChatCompletionService",
        "OpenAIPromptExecutionSettings",
        "AzureOpenAIPromptExecutionSettings",
    };

    private readonly Lazy<bool> _areAlone;

    private FormatlessConnectors(Compilation compilation) =>
        _areAlone = new(
            () =>
                compilation.SyntaxTrees.Any(static t => IdentifierIndex.MentionsAny(t, WithoutFormat))
                && !compilation.SyntaxTrees.Any(static t => IdentifierIndex.MentionsAny(t, WithFormat)),
            LazyThreadSafetyMode.ExecutionAndPublication
        );

    public bool AreAlone => _areAlone.Value;

    public static FormatlessConnectors Of(Picture picture) => picture.Once(static p => new FormatlessConnectors(p.Compilation));
}
