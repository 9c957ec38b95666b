using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

// The rules about the expression that makes a response format.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor SchemaRootIsNoObject = Rule(
        "RAG2007",
        Output,
        "The response schema's root is not an object",
        "The response schema {0}; services reject any root but an object. {1}.",
        DiagnosticSeverity.Warning,
        "A response schema describes one JSON object. A list or a single value is asked for as a property of an object that wraps it."
    );

    public static readonly DiagnosticDescriptor SchemaOutsideStrictSubset = Rule(
        "RAG2009",
        Output,
        "A strict JSON schema literal is outside the strict subset",
        "The schema is strict, but at {0} {1}{2}; the service rejects it. Put it right, or drop strict.",
        DiagnosticSeverity.Warning,
        "Strict schemas are a subset of JSON Schema: an object as root, every property required, no additional properties on any object, and some keywords less."
    );

    public static readonly DiagnosticDescriptor SchemaIsNotStrict = Rule(
        "RAG2010",
        Output,
        "The JSON schema is not strict",
        "The schema is sent without 'strict', so the model may answer in another shape. {0}.",
        DiagnosticSeverity.Info,
        "Only a strict schema is enforced while the answer is generated; one that is not strict guides the model and guarantees nothing.",
        recommended: true
    );
}
