using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5008: a whole document becomes one vector.</summary>
public sealed class DocumentEmbeddedWhole : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.DocumentEmbeddedWhole);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var call in EmbeddingCall.In(body))
        {
            foreach (var text in call.Input)
            {
                if (WholeDocument.In(call, text) is { } document)
                {
                    context.ReportDiagnostic(
                        Diagnostic.Create(Descriptors.DocumentEmbeddedWhole, CallLocation.Of(call.Operation), document)
                    );
                    break;
                }
            }
        }
    }
}
