using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2010: the JSON schema is not strict.</summary>
public sealed class SchemaIsNotStrict : ResponseSchemaRule
{
    private protected override DiagnosticDescriptor Descriptor => Descriptors.SchemaIsNotStrict;

    private protected override ResponseSchemaMistake Mistake => ResponseSchemaMistake.NotStrict;

    private protected override object[] Arguments(Body body, ResponseSchema schema) => [Remedy(schema)];

    private static string Remedy(ResponseSchema schema) =>
        schema switch
        {
            // Semantic Kernel brings the schema of a type into the subset, and sends it as strict.
            { StrictParameter: null } => "Set ResponseFormat to the answer's type, or to a strict 'json_schema'",
            { Text: { } text } when StrictSchemaCheck.Problems(text.Value).IsEmpty => $"Pass '{schema.StrictParameter}: true'",
            _ => $"Pass '{schema.StrictParameter}: true', require all properties, and allow no others",
        };
}
