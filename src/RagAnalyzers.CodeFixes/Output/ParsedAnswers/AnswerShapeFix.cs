using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.CodeFixes.Infrastructure;

namespace RagAnalyzers.CodeFixes.Output.ParsedAnswers;

/// <summary>RAG2001 to RAG2004: the model is told the shape of the answer, in the way of the SDK that the finding is about.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AnswerShapeFix))]
public sealed class AnswerShapeFix()
    : CombinedCodeFixProvider(
        new ParsedAnswerFixAgentFramework(),
        new ParsedAnswerFixExtensionsAI(),
        new ParsedAnswerFixExtensionsAIFormat(),
        new ParsedAnswerFixOpenAIChat(),
        new ParsedAnswerFixOpenAIResponses(),
        new ParsedAnswerFixSemanticKernel()
    )
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create("RAG2001", "RAG2002", "RAG2003", "RAG2004");

    // RAG2003 speaks once of words that several calls send: where one of them has a schema, it speaks of the next.
    internal override ImmutableArray<string> LeadsTo { get; } = ImmutableArray.Create("RAG2003", "RAG2011", "RAG2013");
}
