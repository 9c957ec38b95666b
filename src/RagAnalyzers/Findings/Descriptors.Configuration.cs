using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

internal static partial class Descriptors
{
    private const string Configuration = "Configuration";

    public static readonly DiagnosticDescriptor UnreadablePromptFile = Rule(
        "RAG0001",
        Configuration,
        "A prompt file cannot be read",
        "The prompt file '{0}' cannot be read: {1}. Its prompt and response format are unknown to the rules.",
        DiagnosticSeverity.Warning,
        "A Prompty or YAML prompt that is broken fails when it is loaded, and until then no rule can judge the calls that use it."
    );

    public static readonly DiagnosticDescriptor InvalidOption = Rule(
        "RAG0002",
        Configuration,
        "An option has an invalid value",
        "The option '{0} = {1}' has no effect on '{2}': {3}.",
        DiagnosticSeverity.Warning,
        "An option with an invalid value, or with a mistyped name, changes nothing, and nothing else shows it."
    );

    public static readonly DiagnosticDescriptor InvalidApiLine = Rule(
        "RAG0003",
        Configuration,
        "A line of RagAnalyzers.Apis.txt does not hold",
        "This line does not hold: {0}.",
        DiagnosticSeverity.Warning,
        "A line that cannot be read, that names a member which is not there, or that the code contradicts, teaches the rules nothing or something wrong."
    );

    public static readonly DiagnosticDescriptor UnlistedApi = Rule(
        "RAG0004",
        Configuration,
        "RagAnalyzers.Apis.txt does not say what this member is",
        "RagAnalyzers.Apis.txt {0}: {1}",
        DiagnosticSeverity.Info,
        "Projects that reference this one do not see the code behind the member; the table tells their rules what it is."
    );
}
