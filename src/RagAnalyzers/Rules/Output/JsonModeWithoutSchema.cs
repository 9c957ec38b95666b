using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2004: an answer in JSON mode is parsed into a type with members of its own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JsonModeWithoutSchema : ParsedAnswerRule
{
    private protected override DiagnosticDescriptor Descriptor => Descriptors.JsonModeWithoutSchema;

    private protected override ParsedAnswerMistake Mistake => ParsedAnswerMistake.JsonModeAlone;

    private protected override string Remedy(SdkKind sdk, string target) =>
        sdk switch
        {
            SdkKind.ExtensionsAI => $"Call GetResponseAsync<{target}>",
            SdkKind.AgentFramework => $"Call RunAsync<{target}>",
            SdkKind.SemanticKernel => $"Set ResponseFormat to typeof({target})",
            _ => $"Set the JSON schema of {target} as response format",
        };
}
