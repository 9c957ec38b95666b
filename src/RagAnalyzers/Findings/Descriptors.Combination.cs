using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

internal static partial class Descriptors
{
    private const string Combination = "Combination";

    public static readonly DiagnosticDescriptor FineTunedModelOrRetrieval = Rule(
        "RAG3001",
        Combination,
        "The code chooses between a fine-tuned model and retrieval",
        "The code chooses '{0}' or retrieval: tuning decides how a model answers, retrieval what it knows. Retrieve for both.",
        DiagnosticSeverity.Info,
        "Fine-tuning and retrieval solve different problems. A tuned model without passages answers in the right form from what it remembers; retrieval with another model has the facts without the form.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor ExamplesInGroundedPrompt = Rule(
        "RAG3002",
        Combination,
        "Behaviour-shaping examples travel with every retrieval prompt",
        "With every set of passages go {0}, paid for on each call. Put the form into a schema or a tuned model.",
        DiagnosticSeverity.Info,
        "Examples and long formatting instructions shape behaviour. In a prompt with passages they are sent again with each question; a schema or a fine-tuned model holds the form without them.",
        enabled: false
    );
}
