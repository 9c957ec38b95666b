using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

internal static partial class Descriptors
{
    private const string Readiness = "Readiness";

    public static readonly DiagnosticDescriptor FineTuningWithoutValidation = Rule(
        "RAG4001",
        Readiness,
        "A fine-tuning job has no validation data",
        "This job has no validation data, so nothing shows whether it learns the task or memorises its examples. Hold some back, and set {0}.",
        DiagnosticSeverity.Warning,
        "The validation loss is the first sign that a tuned model generalises. Without a validation file there is none, and overfitting is found by users."
    );

    public static readonly DiagnosticDescriptor FineTuningValidatedOnTrainingData = Rule(
        "RAG4002",
        Readiness,
        "A fine-tuning job is validated on its own training data",
        "The job is validated on its own training data ({0}), so its validation loss says nothing about new input. Validate on other examples.",
        DiagnosticSeverity.Warning,
        "A model that memorises its examples does well on exactly those. Validation needs examples of the same task that the training file does not have."
    );

    public static readonly DiagnosticDescriptor FineTuningWithoutEvaluation = Rule(
        "RAG4003",
        Readiness,
        "A fine-tuning job is started in a project that evaluates nothing",
        "'{0}' starts a fine-tuning job, and nothing here evaluates answers, so nobody can tell whether training helps. Evaluate before and after.",
        DiagnosticSeverity.Info,
        "Only an evaluation tells whether a prompt, a schema or a trained model does better than what was there before. It comes first: often the prompt turns out to be enough.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor FineTuningBeforePrompt = Rule(
        "RAG4004",
        Readiness,
        "A fine-tuning job is started while the same task's base-model calls have neither system message nor schema",
        "'{0}' trains a task for which '{1}' sends neither system message nor schema; it may only be unsaid. Say it in the prompt, and measure.",
        DiagnosticSeverity.Info,
        "Training costs more than a prompt, and hides what a prompt says openly. A base model that is told nothing about its task shows nothing about whether it has to be trained."
    );

    public static readonly DiagnosticDescriptor WrongTrainingFile = Rule(
        "RAG4005",
        Readiness,
        "The training file is not JSONL, or was uploaded for another purpose",
        "A fine-tuning job takes JSONL files uploaded for fine-tuning, and this one {0}. {1}.",
        DiagnosticSeverity.Warning,
        "Each line of a training file is one example as a JSON object, and the file is uploaded for the purpose 'fine-tune'. The service refuses other files, often minutes later."
    );
}
