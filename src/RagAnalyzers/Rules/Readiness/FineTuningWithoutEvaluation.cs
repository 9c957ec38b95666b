using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Training;

namespace RagAnalyzers.Rules.Readiness;

/// <summary>RAG4003: a fine-tuning job is started in a project that evaluates nothing.</summary>
public sealed class FineTuningWithoutEvaluation : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FineTuningWithoutEvaluation);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveFineTuning(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        if (
            FineTuningJob.In(body).IsEmpty
            || ProjectEvaluation.Of(body.Picture).IsTestProject
            || ProjectEvaluation.Of(body.Picture).IsThere(context.OptionsFor(body).EvaluationTypes)
        )
        {
            return;
        }

        var isApplication =
            context.Compilation.Options.OutputKind
            is OutputKind.ConsoleApplication
                or OutputKind.WindowsApplication
                or OutputKind.WindowsRuntimeApplication;
        foreach (var job in FineTuningJob.In(body))
        {
            // A library that starts jobs on files it is handed is a client; whoever hands them over evaluates.
            if (isApplication || !job.TrainingUploads.IsEmpty)
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        Descriptors.FineTuningWithoutEvaluation,
                        CallLocation.Of(job.Operation),
                        job.Operation.TargetMethod.Name
                    )
                );
            }
        }
    }
}
