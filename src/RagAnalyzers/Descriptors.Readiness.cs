using Microsoft.CodeAnalysis;

namespace RagAnalyzers;

internal static partial class Descriptors
{
    private const string Readiness = "Readiness";

    public static readonly DiagnosticDescriptor FineTuningWithoutEvaluation = Rule(
        "RAG4003",
        Readiness,
        "A fine-tuning job is started in a project that evaluates nothing",
        "'{0}' starts a fine-tuning job, and nothing in this project evaluates answers; without a score of the base model nobody can tell whether training helps. Evaluate both, for example with Microsoft.Extensions.AI.Evaluation.",
        DiagnosticSeverity.Info,
        "Only an evaluation tells whether a prompt, a schema or a trained model does better than what was there before. It comes first: often the prompt turns out to be enough.");
}
