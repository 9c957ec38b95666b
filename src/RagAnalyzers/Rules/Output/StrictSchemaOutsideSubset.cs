using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2009: a strict JSON schema literal is outside the strict subset.</summary>
public sealed class StrictSchemaOutsideSubset : ResponseSchemaRule
{
    private protected override DiagnosticDescriptor Descriptor => Descriptors.SchemaOutsideStrictSubset;

    private protected override ResponseSchemaMistake Mistake => ResponseSchemaMistake.OutsideStrictSubset;

    private protected override object[] Arguments(Body body, ResponseSchema schema)
    {
        var problems = StrictSchemaCheck.Problems(schema.Text!.Value);
        return
        [
            problems[0].Path,
            problems[0].What,
            problems.Length switch
            {
                1 => "",
                2 => ", and 1 more problem",
                var n => $", and {n - 1} more problems",
            },
        ];
    }
}
