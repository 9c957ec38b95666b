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
}
