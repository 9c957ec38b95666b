using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

internal static partial class Descriptors
{
    private const string Knowledge = "Knowledge";

    public static readonly DiagnosticDescriptor FineTuningOnChangingDocuments = Rule(
        "RAG1001",
        Knowledge,
        "A fine-tuning job is trained on frequently changing documents",
        "The training data changes ({0}), and a trained snapshot ages. Index it for retrieval, and tune for behaviour only.",
        DiagnosticSeverity.Warning,
        "Fine-tuning changes how a model behaves, not what it knows today. Documents that change belong in a retrieval index, where an update needs no training."
    );

    public static readonly DiagnosticDescriptor FineTuningOnSchedule = Rule(
        "RAG1002",
        Knowledge,
        "A fine-tuning job runs on a schedule",
        "This job is started again and again by {0}, and in between its model is out of date. Retrieve what changes.",
        DiagnosticSeverity.Warning,
        "Training that repeats by the clock is there to keep up with knowledge that changes. A retrieval index does that with every update, and needs no training."
    );

    public static readonly DiagnosticDescriptor TimeDependentExample = Rule(
        "RAG1003",
        Knowledge,
        "A training example states a time-dependent fact",
        "The training data states '{0}', true only for a time, and the model will repeat it. Retrieve it for each answer instead.",
        DiagnosticSeverity.Warning,
        "What a training example lets the assistant say, the model learns to say for good. A date, a price or a stock belongs in the prompt of each call, where it can be right."
    );

    public static readonly DiagnosticDescriptor FineTunedModelAskedForKnowledge = Rule(
        "RAG1004",
        Knowledge,
        "A fine-tuned model is asked for changing knowledge without retrieval",
        "'{1}' is asked for '{0}' without passages, and tuning taught it no facts. Retrieve passages.",
        DiagnosticSeverity.Info,
        "Fine-tuning changes how a model behaves. What it retains of documents is a blurred copy of the day of training; knowledge that changes has to be in the prompt.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor KnowledgeAskedForWithoutRetrieval = Rule(
        "RAG1005",
        Knowledge,
        "A prompt asks for current or internal knowledge, and nothing is retrieved",
        "The prompt asks for '{0}', and nothing is retrieved, so the model makes something up. Put passages into the prompt, or offer a tool.",
        DiagnosticSeverity.Info,
        "A model answers from what it saw in training and what is in the prompt. Current or internal knowledge is in neither unless the call brings it.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor DocumentInEveryPrompt = Rule(
        "RAG1006",
        Knowledge,
        "A whole document is pasted into every prompt",
        "The whole of '{0}' is in every prompt about it, and each question pays for all of it. Index it, and send the passages that are near.",
        DiagnosticSeverity.Info,
        "A document that is pasted into a prompt grows until it does not fit. Retrieval sends the passages that a question needs, and an update of the index is enough when the document changes."
    );

    public static readonly DiagnosticDescriptor IndexFilledOnce = Rule(
        "RAG1007",
        Knowledge,
        "The retrieval index is filled once and never refreshed",
        "'{0}' writes only while the index is missing, so what changes afterwards is never found. Update records when their sources change.",
        DiagnosticSeverity.Info,
        "The advantage of retrieval over training is that an update reaches the next answer. An index that is filled when it is missing is as old as its first run.",
        recommended: true
    );
}
