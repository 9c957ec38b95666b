using Microsoft.CodeAnalysis;

namespace RagAnalyzers;

internal static partial class Descriptors
{
    private const string Output = "Output";

    public static readonly DiagnosticDescriptor GroundedAnswerParsedWithoutSchema = Rule(
        "RAG2001",
        Output,
        "A retrieval-grounded answer is parsed, but no output schema constrains it",
        "The answer is parsed as '{0}', but nothing makes the model return that shape; retrieval grounds the content, not the format. {1}.",
        DiagnosticSeverity.Warning,
        "Retrieval changes what the model knows, not how it formats its answer. Code that parses the answer needs an output schema in force on the call.");

    public static readonly DiagnosticDescriptor AnswerParsedWithoutSchema = Rule(
        "RAG2002",
        Output,
        "A model answer is parsed, but no output schema constrains it",
        "The answer is parsed as '{0}', but nothing makes the model return that shape; a prompt can ask for a format, only a schema enforces it. {1}.",
        DiagnosticSeverity.Warning,
        "Code that parses a model's answer needs an output schema in force on the call; a request in the prompt is not one.");

    public static readonly DiagnosticDescriptor AnswerParsedWithoutGuard = Rule(
        "RAG2011",
        Output,
        "A structured answer is parsed without handling refusal, truncation or malformed JSON",
        "The answer is read as '{0}', and nothing handles a refusal, a cut-off answer or malformed JSON; a response format holds only for an answer that the model completes. {1}.",
        DiagnosticSeverity.Info,
        "A schema shapes the answer while the model completes it. A refusal, a length limit or a content filter ends it early, and then what is read throws.");
}
