using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2001: a retrieval-grounded answer is parsed, but no output schema constrains it.</summary>
public sealed class GroundedAnswerParsedWithoutSchema : ParsedAnswerRule
{
    private protected override DiagnosticDescriptor Descriptor => Descriptors.GroundedAnswerParsedWithoutSchema;

    private protected override ParsedAnswerMistake Mistake => ParsedAnswerMistake.NoSchemaThoughGrounded;
}
