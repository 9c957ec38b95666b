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

    public static readonly DiagnosticDescriptor FormatIgnoredByConnector = Rule(
        "RAG2006",
        Output,
        "The connector ignores this ResponseFormat value",
        "ResponseFormat is {0}, which Semantic Kernel's OpenAI connector drops: the request asks for no format at all. {1}.",
        DiagnosticSeverity.Warning,
        "Semantic Kernel's OpenAI connector takes a Type, \"json_object\", \"text\", a JsonElement or an OpenAI ChatResponseFormat as response format, and ignores anything else without a word.");

    public static readonly DiagnosticDescriptor SchemaRootIsNoObject = Rule(
        "RAG2007",
        Output,
        "The response schema's root is not an object",
        "The response schema {0}; services that enforce a schema take an object as its root and reject the request otherwise. {1}.",
        DiagnosticSeverity.Warning,
        "A response schema describes one JSON object. A list or a single value is asked for as a property of an object that wraps it.");

    public static readonly DiagnosticDescriptor SchemaOutsideStrictSubset = Rule(
        "RAG2009",
        Output,
        "A strict JSON schema literal is outside the strict subset",
        "The schema is strict, but at {0} {1}{2}; the service rejects a strict schema outside the strict subset. Put it right, or do without strict.",
        DiagnosticSeverity.Warning,
        "Strict schemas are a subset of JSON Schema: an object as root, every property required, no additional properties on any object, and some keywords less.");

    public static readonly DiagnosticDescriptor SchemaIsNotStrict = Rule(
        "RAG2010",
        Output,
        "The JSON schema is not strict",
        "The schema is sent without 'strict', so the model takes it as a hint and may answer in another shape. Pass '{0}: true'.",
        DiagnosticSeverity.Info,
        "Only a strict schema is enforced while the answer is generated; one that is not strict guides the model and guarantees nothing.");
}
