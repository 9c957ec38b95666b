using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Training;

namespace RagAnalyzers.Rules.Readiness;

/// <summary>RAG4001: a fine-tuning job has no validation data.</summary>
public sealed class FineTuningWithoutValidation : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FineTuningWithoutValidation);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveFineTuning(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var job in FineTuningJob.In(body).Where(static j => j.ValidationFile.Presence == FilePresence.Absent))
        {
            // The fix puts a second upload beside the first one; it can do so in the job's own body.
            var handOver =
                job.Fact is { ValidationMember: { } member }
                && job.TrainingUploads is [{ Via: null } upload]
                && upload.Operation.Syntax.SyntaxTree == job.Operation.Syntax.SyntaxTree
                    ? new FineTuningWithoutValidationHandOver(
                        upload.Operation.Syntax.GetLocation(),
                        job.OptionsCreation?.Syntax.GetLocation(),
                        member
                    )
                    : new FineTuningWithoutValidationHandOver(Upload: null, OptionsCreation: null, Member: null);
            context.ReportDiagnostic(
                handOver.Report(
                    Descriptors.FineTuningWithoutValidation,
                    CallLocation.Of(job.Operation),
                    job.Fact?.ValidationMember ?? "validation_file"
                )
            );
        }
    }
}
