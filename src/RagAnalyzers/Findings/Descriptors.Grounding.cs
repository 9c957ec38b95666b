using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

internal static partial class Descriptors
{
    private const string Grounding = "Grounding";

    public static readonly DiagnosticDescriptor NoGroundingInstruction = Rule(
        "RAG6001",
        Grounding,
        "The prompt does not tell the model to answer from the passages",
        "The prompt does not hold the model to what '{0}' finds, so it answers from memory as well. Tell it to answer from the passages only.",
        DiagnosticSeverity.Info,
        "Retrieval puts passages beside the question; it does not make the model use them. Without an instruction a question that the passages do not answer is answered from what the model remembers.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor SourceDropped = Rule(
        "RAG6002",
        Grounding,
        "The source of the passages is dropped before the prompt",
        "The model gets the text that '{0}' finds without {1}, so it cannot say where an answer comes from. {2}.",
        DiagnosticSeverity.Info,
        "An answer can cite only what is in the prompt. A title or a link beside each passage costs a few tokens and lets the user check the answer."
    );

    public static readonly DiagnosticDescriptor PassagesInSystemMessage = Rule(
        "RAG6003",
        Grounding,
        "Retrieved text is placed in a system message",
        "What '{0}' finds is in a system message, where a document speaks with the application's authority. Send it in a user message.",
        DiagnosticSeverity.Info,
        "Models follow the system message before all others. A sentence in a document that reads like an instruction is followed there, and whoever can edit the document edits the rules.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor UnencodedPassages = Rule(
        "RAG6004",
        Grounding,
        "Retrieved text is exempt from prompt encoding",
        "What '{0}' finds goes into '{1}' unencoded, so a document can open messages of its own. Leave the encoding on, or encode it before.",
        DiagnosticSeverity.Warning,
        "Semantic Kernel encodes the values of a template's variables, so that they stay text. With AllowDangerouslySetContent a document can open messages of its own, those of the system among them."
    );

    public static readonly DiagnosticDescriptor CitationsDiscarded = Rule(
        "RAG6005",
        Grounding,
        "Citations that the service returned are discarded",
        "The service says which documents the answer rests on ('{0}'), and only the text is used. Show the citations beside the answer.",
        DiagnosticSeverity.Info,
        "An answer that names its sources can be checked. With a data source or a file search the service has them at hand and returns them with the answer; who reads the text alone throws them away.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor TextCompiledAsTemplate = Rule(
        "RAG6006",
        Grounding,
        "Retrieved or outside text is compiled as a prompt template",
        "Semantic Kernel compiles {0} as a template: {1}. {2}.",
        DiagnosticSeverity.Warning,
        "Semantic Kernel compiles a prompt before it is sent: braces call functions, message tags open messages. Text from documents or users belongs into variables, whose values are encoded and never compiled."
    );

    public static readonly DiagnosticDescriptor UnrenderedPlaceholder = Rule(
        "RAG6007",
        Grounding,
        "A template placeholder reaches the model unrendered",
        "The model gets '{0}' as it stands: '{1}' renders no template. Put the value into the text, or render it (InvokePromptAsync).",
        DiagnosticSeverity.Warning,
        "Placeholders are filled in by a template engine. A chat client or chat service sends the text as it is, so the model reads the braces and guesses the rest."
    );
}
