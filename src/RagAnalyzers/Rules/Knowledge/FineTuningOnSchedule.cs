using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Schedules;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>RAG1002: a fine-tuning job runs on a schedule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FineTuningOnSchedule : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FineTuningOnSchedule);

    private protected override void Analyze(BodyPipeline body, OperationBlockAnalysisContext context)
    {
        foreach (var job in body.FineTuningJobs)
        {
            if (ScheduleFinder.Of(body.Model, job.Operation) is not { } schedule)
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
