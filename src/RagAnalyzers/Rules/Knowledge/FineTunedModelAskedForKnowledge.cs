using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>RAG1004: a fine-tuned model is asked for changing knowledge without retrieval.</summary>
public sealed class FineTunedModelAskedForKnowledge : KnowledgeRequestRule
{
    private protected override DiagnosticDescriptor Descriptor => Descriptors.FineTunedModelAskedForKnowledge;

    private protected override bool IsAboutFineTuned => true;
}
