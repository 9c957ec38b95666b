using Microsoft.CodeAnalysis;

namespace RagAnalyzers;

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
        "Fine-tuning and retrieval solve different problems. A tuned model without passages answers in the right form from what it remembers; retrieval with another model has the facts without the form.");
}
