using System;
using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>How an SDK's options say JSON mode.</summary>
/// <param name="Member">The property that is set.</param>
/// <param name="Value">Makes the value's text, or returns null when a type that it needs is not there.</param>
internal sealed record JsonModeOptions(string Member, Func<TypeNames, string?> Value)
{
    public const string SemanticKernelSettings = "Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIPromptExecutionSettings";

    /// <summary>The way of an options type, or of one that derives from it; null for any other type.</summary>
    public static JsonModeOptions? Of(ITypeSymbol? type, Compilation compilation)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            switch (t.ToDisplayString(NullableFlowState.None))
            {
                case "OpenAI.Chat.ChatCompletionOptions":
                    return new("ResponseFormat", Named("OpenAI.Chat.ChatResponseFormat", "{0}.CreateJsonObjectFormat()"));
                case "OpenAI.Responses.CreateResponseOptions":
                    return new("TextOptions", names => Named("OpenAI.Responses.ResponseTextOptions", "new {0} {{ TextFormat = ")(names) is { } options
                        && Named("OpenAI.Responses.ResponseTextFormat", "{0}.CreateJsonObjectFormat()")(names) is { } format ? options + format + " }" : null);
                case "Microsoft.Extensions.AI.ChatOptions":
                    return new("ResponseFormat", Named("Microsoft.Extensions.AI.ChatResponseFormat", "{0}.Json"));
                case SemanticKernelSettings:
                    return new("ResponseFormat", static _ => "\"json_object\"");
            }
        }

        return null;

        Func<TypeNames, string?> Named(string name, string format)
            => names => compilation.GetTypeByMetadataName(name) is { } symbol
                ? string.Format(System.Globalization.CultureInfo.InvariantCulture, format, names.Of(symbol))
                : null;
    }
}
