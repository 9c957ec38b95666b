using Microsoft.CodeAnalysis;

namespace RagAnalyzers;

internal static partial class Descriptors
{
    private const string Configuration = "Configuration";

    public static readonly DiagnosticDescriptor UnreadablePromptFile = Rule(
        "RAG0001",
        Configuration,
        "A prompt file cannot be read",
        "The prompt file '{0}' cannot be read: {1}. Its prompt and response format are unknown to the rules.",
        DiagnosticSeverity.Warning,
        "A Prompty or YAML prompt that is broken fails when it is loaded, and until then no rule can judge the calls that use it.");
}
