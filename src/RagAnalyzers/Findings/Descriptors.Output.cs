using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

internal static partial class Descriptors
{
    private const string Output = "Output";

    public static readonly DiagnosticDescriptor GroundedAnswerParsedWithoutSchema = Rule(
        "RAG2001",
        Output,
        "A retrieval-grounded answer is parsed, but no output schema constrains it",
        "The answer is parsed as '{0}', but no schema shapes it; retrieval grounds content, not format. {1}.",
        DiagnosticSeverity.Warning,
        "Retrieval changes what the model knows, not how it formats its answer. Code that parses the answer needs an output schema in force on the call."
    );

    public static readonly DiagnosticDescriptor AnswerParsedWithoutSchema = Rule(
        "RAG2002",
        Output,
        "A model answer is parsed, but no output schema constrains it",
        "The answer is parsed as '{0}', but nothing makes the model return that shape; only a schema enforces it. {1}.",
        DiagnosticSeverity.Warning,
        "Code that parses a model's answer needs an output schema in force on the call; a request in the prompt is not one."
    );

    public static readonly DiagnosticDescriptor AnswerParsedWithoutGuard = Rule(
        "RAG2011",
        Output,
        "A structured answer is parsed without handling refusal, truncation or malformed JSON",
        "The answer is read as '{0}', but no refusal, cut-off or malformed answer is handled. {1}.",
        DiagnosticSeverity.Info,
        "A schema shapes the answer while the model completes it, and prevents none of these. A refusal, a length limit or a content filter ends it early, and then what is read throws.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor RequestedFormatNotEnforced = Rule(
        "RAG2003",
        Output,
        "The prompt asks for a structured format that no schema enforces",
        "The prompt asks for {0} ('{1}'), but nothing enforces it; {2}.",
        DiagnosticSeverity.Warning,
        "A model honours a request for a format most of the time. Whoever reads the answer as that format needs it every time, and only a schema in force on the call sees to that. Without retrieved passages in the prompt, the finding is an Info."
    );

    public static readonly DiagnosticDescriptor JsonModeWithoutSchema = Rule(
        "RAG2004",
        Output,
        "JSON mode guarantees syntax, not the schema the code expects",
        "The answer is parsed as '{0}', but JSON mode only makes it well-formed JSON, whatever its members. {1}.",
        DiagnosticSeverity.Info,
        "JSON mode promises JSON of any shape. Code that parses the answer into a type with members needs the schema of that type in force on the call.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor JsonModeWithoutMention = Rule(
        "RAG2005",
        Output,
        "JSON mode, and no message mentions JSON",
        "JSON mode is on, but no message mentions JSON, so the service answers HTTP 400. Ask for JSON in {0}, or set a JSON schema.",
        DiagnosticSeverity.Warning,
        "OpenAI's service accepts JSON mode only when the word JSON occurs in the messages. A JSON schema has no such condition."
    );

    public static readonly DiagnosticDescriptor FormatIgnoredByConnector = Rule(
        "RAG2006",
        Output,
        "The connector ignores this ResponseFormat value",
        "ResponseFormat is {0}, which Semantic Kernel's OpenAI connector drops. {1}.",
        DiagnosticSeverity.Warning,
        "Semantic Kernel's OpenAI connector takes a Type, \"json_object\", \"text\", a JsonElement or an OpenAI ChatResponseFormat as response format, and ignores anything else without a word."
    );

    public static readonly DiagnosticDescriptor FormatOverwrittenByTypedCall = Rule(
        "RAG2008",
        Output,
        "GetResponseAsync<T> overwrites the ResponseFormat that was set",
        "This ResponseFormat is never sent: '{0}' puts the format of its type argument over it. Remove it, or call {1} without a type.",
        DiagnosticSeverity.Warning,
        "A call that is generic in the answer type copies the options and sets the response format of the copy, so a format in the options has no effect."
    );

    public static readonly DiagnosticDescriptor LabelComparedAsText = Rule(
        "RAG2012",
        Output,
        "A label from a closed set is compared as free text",
        "{0} is compared with {1}, but nothing keeps the model to these labels. {2}.",
        DiagnosticSeverity.Info,
        "Where an answer is one of a few labels, an enum in the output schema makes the model choose one of them; a comparison with free text has to guess how the model words it.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor AnswerMisread = Rule(
        "RAG2013",
        Output,
        "The parser does not read what the schema prescribes",
        "'{0}' is {1} in the schema, but this parse reads {2}. {3}.",
        DiagnosticSeverity.Warning,
        "A schema that is made of a type names its members as the one who makes it does, and the model answers so. A parser with other settings finds none of them, and often says nothing: it returns an object whose properties are empty."
    );

    public static readonly DiagnosticDescriptor AnswerTakenApart = Rule(
        "RAG2014",
        Output,
        "The answer is taken apart by hand",
        "Data is read out of the answer by {0}, but nothing makes the model keep to that form. {1}.",
        DiagnosticSeverity.Info,
        "A pattern, a place in a list or the parse of a number relies on how a model words its answer, and no request in a prompt holds it to that. A schema names each value and gives it a type."
    );
}
