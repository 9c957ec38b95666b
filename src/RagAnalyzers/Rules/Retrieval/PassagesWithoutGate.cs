using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5009: whatever is nearest goes to the model, however far away it is.</summary>
public sealed class PassagesWithoutGate : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.PassagesWithoutGate);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveGroundedAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var grounded in UngatedPassages.In(body))
        {
            context.ReportDiagnostic(GroundedFinding.Of(Descriptors.PassagesWithoutGate, grounded));
        }
    }
}
