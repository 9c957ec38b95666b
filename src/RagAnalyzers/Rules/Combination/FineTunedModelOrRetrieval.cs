using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Clients;

namespace RagAnalyzers.Rules.Combination;

/// <summary>RAG3001: the code chooses between a fine-tuned model and retrieval.</summary>
public sealed class FineTunedModelOrRetrieval : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FineTunedModelOrRetrieval);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        if (PromptMiddleware.Of(body.Picture).MayAddPassages)
        {
            return;
        }

        foreach (var found in TunedOrRetrieved.In(body, context.OptionsFor(body)))
        {
            context.ReportDiagnostic(
                new FineTunedModelOrRetrievalHandOver(
                    CallLocation.Of(found.Tuned.Operation),
                    CallLocation.Of(found.Grounded.Operation)
                ).Report(Descriptors.FineTunedModelOrRetrieval, found.Branching.Location, found.Model)
            );
        }
    }
}
