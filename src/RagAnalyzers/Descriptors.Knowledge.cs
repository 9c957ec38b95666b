using Microsoft.CodeAnalysis;

namespace RagAnalyzers;

internal static partial class Descriptors
{
    private const string Knowledge = "Knowledge";

    public static readonly DiagnosticDescriptor FineTuningOnChangingDocuments = Rule(
        "RAG1001",
        Knowledge,
        "A fine-tuning job is trained on frequently changing documents",
        "The fine-tuning data comes from documents that change ({0}); a trained snapshot ages while the documents move on. Index them for retrieval, and fine-tune for behaviour only.",
        DiagnosticSeverity.Warning,
        "Fine-tuning changes how a model behaves, not what it knows today. Documents that change belong in a retrieval index, where an update needs no training.");

    public static readonly DiagnosticDescriptor FineTuningOnSchedule = Rule(
        "RAG1002",
        Knowledge,
        "A fine-tuning job runs on a schedule",
        "This fine-tuning job is started again and again by '{0}'; a trained snapshot is out of date until the next run. Retrieve what changes, and fine-tune when the behaviour has to change.",
        DiagnosticSeverity.Warning,
        "Training that repeats by the clock is there to keep up with knowledge that changes. A retrieval index does that with every update, and needs no training.");

    public static readonly DiagnosticDescriptor TimeDependentExample = Rule(
        "RAG1003",
        Knowledge,
        "A training example states a time-dependent fact",
        "The training data lets the assistant state '{0}', which is true only for a time; the model will repeat it when it is not. Take it out of the examples, and retrieve it for each answer.",
        DiagnosticSeverity.Warning,
        "What a training example lets the assistant say, the model learns to say for good. A date, a price or a stock belongs in the prompt of each call, where it can be right.");
}
