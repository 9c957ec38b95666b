using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5010: a search asks for many passages, and all of them go to the model.</summary>
public sealed class ManyPassagesUnranked : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.ManyPassagesUnranked);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveGroundedAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var many in ManyPassages.In(body))
        {
            context.ReportDiagnostic(GroundedFinding.Of(Descriptors.ManyPassagesUnranked, many.Grounded, many.Count));
        }
    }
}
