using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

internal static partial class Descriptors
{
    private const string Combination = "Combination";

    public static readonly DiagnosticDescriptor FineTunedModelOrRetrieval = Rule(
        "RAG3001",
        Combination,
        "The code chooses between a fine-tuned model and retrieval",
        "This chooses between the fine-tuned model '{0}' and retrieval, though tuning decides how a model answers and retrieval what it knows; "
            + "on each way the other half is missing. Retrieve before the branch, and give the passages to both.",
        DiagnosticSeverity.Info,
        "Fine-tuning and retrieval solve different problems. A tuned model without passages answers in the right form from what it remembers; retrieval with another model has the facts without the form.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor ExamplesInGroundedPrompt = Rule(
        "RAG3002",
        Combination,
        "Behaviour-shaping examples travel with every retrieval prompt",
        "This prompt sends {0} with every set of passages; they cost tokens on each call, and their facts mix with those of the passages. "
            + "Put the form into an output schema or a fine-tuned model, and keep the passages.",
        DiagnosticSeverity.Info,
        "Examples and long formatting instructions shape behaviour. In a prompt with passages they are sent again with each question; a schema or a fine-tuned model holds the form without them.",
        enabled: false
    );
}
