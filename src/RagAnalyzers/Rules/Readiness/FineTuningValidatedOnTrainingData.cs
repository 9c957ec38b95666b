using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Training;

namespace RagAnalyzers.Rules.Readiness;

/// <summary>RAG4002: a fine-tuning job is validated on its own training data.</summary>
public sealed class FineTuningValidatedOnTrainingData : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FineTuningValidatedOnTrainingData);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveFineTuning(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var job in FineTuningJob.In(body))
        {
            if (SameData.In(job) is not { } shared)
            {
                continue;
            }

            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.FineTuningValidatedOnTrainingData,
                    CallLocation.Of(job.Operation),
                    job.TrainingUploads.Concat(job.ValidationUploads).Select(static u => u.Operation.Syntax.GetLocation()).Distinct(),
                    shared
                )
            );
        }
    }
}
