using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Training;
using RagAnalyzers.Pipeline.Training.Schedules;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>RAG1002: a fine-tuning job runs on a schedule.</summary>
public sealed class FineTuningOnSchedule : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FineTuningOnSchedule);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveFineTuning(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var job in FineTuningJob.In(body))
        {
            if (ScheduleFinder.Of(body.Picture, job.Operation) is not { } schedule)
            {
                continue;
            }

            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.FineTuningOnSchedule,
                    CallLocation.Of(job.Operation),
                    ImmutableArray.Create(schedule.Place),
                    ImmutableDictionary<string, string?>.Empty,
                    schedule.Name
                )
            );
        }
    }
}
