using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Contracts.Schemas;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2010: the JSON schema is not strict.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchemaIsNotStrict : ResponseSchemaRule
{
    private protected override DiagnosticDescriptor Descriptor => Descriptors.SchemaIsNotStrict;

    private protected override ResponseSchemaMistake Mistake => ResponseSchemaMistake.NotStrict;

    private protected override object[] Arguments(Body body, ResponseSchema schema) => [schema.StrictParameter!];
}
