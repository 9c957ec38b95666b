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
}
