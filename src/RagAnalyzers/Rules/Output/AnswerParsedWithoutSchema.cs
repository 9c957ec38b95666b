using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2002: a model answer is parsed, but no output schema constrains it.</summary>
public sealed class AnswerParsedWithoutSchema : ParsedAnswerRule
{
    private protected override DiagnosticDescriptor Descriptor => Descriptors.AnswerParsedWithoutSchema;

    private protected override ParsedAnswerMistake Mistake => ParsedAnswerMistake.NoSchema;
}
