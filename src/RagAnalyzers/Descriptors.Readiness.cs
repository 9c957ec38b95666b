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

    public static readonly DiagnosticDescriptor FineTuningBeforePrompt = Rule(
        "RAG4004",
        Readiness,
        "A fine-tuning job is started while the same task's base-model calls have neither system message nor schema",
        "'{0}' starts a fine-tuning job, while the call of '{1}' for the same task sends neither a system message nor a schema; what is to be trained may only be unsaid. Say it in the prompt, set a schema, and measure again.",
        DiagnosticSeverity.Info,
        "Training costs more than a prompt, and hides what a prompt says openly. A base model that is told nothing about its task shows nothing about whether it has to be trained.");
}
