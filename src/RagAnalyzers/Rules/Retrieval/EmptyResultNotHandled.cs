using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5011: a search may find nothing, and the model is asked all the same.</summary>
public sealed class EmptyResultNotHandled : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.EmptyResultNotHandled);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveGroundedAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var grounded in GroundedPassages.OfRetrievalsIn(body).Where(static g => EmptyRetrieval.IsNotHandled(g)))
        {
            // One mistake is one finding: where nothing but a name is sent, or where a failure looks like no hits, that is it.
            if (
                UnusedPassages.In(body).Any(u => u.Found.Call.IsSameAs(grounded.Found.Call))
                || SwallowedFailure.In(body).Any(s => s.Grounded.Found.Call.IsSameAs(grounded.Found.Call))
            )
            {
                continue;
            }

            context.ReportDiagnostic(GroundedFinding.Of(Descriptors.EmptyResultNotHandled, grounded));
        }
    }
}
