using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

internal static partial class Descriptors
{
    private const string Knowledge = "Knowledge";

    public static readonly DiagnosticDescriptor FineTuningOnChangingDocuments = Rule(
        "RAG1001",
        Knowledge,
        "A fine-tuning job is trained on frequently changing documents",
        "The fine-tuning data comes from documents that change ({0}); a trained snapshot ages while the documents move on. Index them for retrieval, and fine-tune for behaviour only.",
        DiagnosticSeverity.Warning,
        "Fine-tuning changes how a model behaves, not what it knows today. Documents that change belong in a retrieval index, where an update needs no training."
    );

    public static readonly DiagnosticDescriptor FineTuningOnSchedule = Rule(
        "RAG1002",
        Knowledge,
        "A fine-tuning job runs on a schedule",
        "This fine-tuning job is started again and again by {0}; a trained snapshot is out of date until the next run. Retrieve what changes, and fine-tune when the behaviour has to change.",
        DiagnosticSeverity.Warning,
        "Training that repeats by the clock is there to keep up with knowledge that changes. A retrieval index does that with every update, and needs no training."
    );

    public static readonly DiagnosticDescriptor TimeDependentExample = Rule(
        "RAG1003",
        Knowledge,
        "A training example states a time-dependent fact",
        "The training data lets the assistant state '{0}', which is true only for a time; the model will repeat it when it is not. Take it out of the examples, and retrieve it for each answer.",
        DiagnosticSeverity.Warning,
        "What a training example lets the assistant say, the model learns to say for good. A date, a price or a stock belongs in the prompt of each call, where it can be right."
    );

    public static readonly DiagnosticDescriptor FineTunedModelAskedForKnowledge = Rule(
        "RAG1004",
        Knowledge,
        "A fine-tuned model is asked for changing knowledge without retrieval",
        "The fine-tuned model '{1}' is asked for '{0}', and nothing is retrieved; training gave it a behaviour, and of what changes at best a snapshot. "
            + "Put retrieved passages into the prompt, and keep the model for its behaviour.",
        DiagnosticSeverity.Info,
        "Fine-tuning changes how a model behaves. What it retains of documents is a blurred copy of the day of training; knowledge that changes has to be in the prompt.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor KnowledgeAskedForWithoutRetrieval = Rule(
        "RAG1005",
        Knowledge,
        "A prompt asks for current or internal knowledge, and nothing is retrieved",
        "The prompt asks for '{0}', and nothing is retrieved; the model never saw internal documents and knows nothing newer than its training, so it will make something up. "
            + "Put retrieved passages into the prompt, or offer a tool that finds them.",
        DiagnosticSeverity.Info,
        "A model answers from what it saw in training and what is in the prompt. Current or internal knowledge is in neither unless the call brings it.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor DocumentInEveryPrompt = Rule(
        "RAG1006",
        Knowledge,
        "A whole document is pasted into every prompt",
        "The whole of '{0}' is in every prompt that asks about it; each question pays for all of it, and what matters is lost among the rest. Index it, and put the passages that are near to the question into the prompt.",
        DiagnosticSeverity.Info,
        "A document that is pasted into a prompt grows until it does not fit. Retrieval sends the passages that a question needs, and an update of the index is enough when the document changes."
    );

    public static readonly DiagnosticDescriptor IndexFilledOnce = Rule(
        "RAG1007",
        Knowledge,
        "The retrieval index is filled once and never refreshed",
        "'{0}' writes only while the index does not exist yet, and nothing else in this project writes to it; what changes afterwards is never found. Update the records when their sources change, or fill the index anew.",
        DiagnosticSeverity.Info,
        "The advantage of retrieval over training is that an update reaches the next answer. An index that is filled when it is missing is as old as its first run.",
        recommended: true
    );
}
