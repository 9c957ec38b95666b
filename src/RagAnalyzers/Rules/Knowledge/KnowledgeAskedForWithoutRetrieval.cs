using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>RAG1005: a prompt asks for current or internal knowledge, and nothing is retrieved.</summary>
public sealed class KnowledgeAskedForWithoutRetrieval : KnowledgeRequestRule
{
    private protected override DiagnosticDescriptor Descriptor => Descriptors.KnowledgeAskedForWithoutRetrieval;

    private protected override bool IsAboutFineTuned => false;
}
