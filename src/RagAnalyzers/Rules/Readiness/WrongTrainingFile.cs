using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Training;
using RagAnalyzers.Pipeline.Training.Uploads;
using RagAnalyzers.Rules.Knowledge;

namespace RagAnalyzers.Rules.Readiness;

/// <summary>RAG4005: the training file is not JSONL, or was uploaded for another purpose.</summary>
public sealed class WrongTrainingFile : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.WrongTrainingFile);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveFineTuning(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        if (FileUpload.In(body).IsEmpty && FineTuningJob.In(body).IsEmpty)
        {
            return;
        }

        var knowledge = ConfiguredTerms.Of(context.OptionsFor(body));

        // What is wrong in the upload itself is said there, whichever jobs use the file.
        foreach (var upload in FileUpload.In(body).Where(u => u.IsForFineTuning || FineTuningIndex.Of(body.Picture).IsUsed(u)))
        {
            // A document that is uploaded as it is belongs into an index, not into another format.
            if (WrongFile.Of(upload) is { } wrong && (!wrong.IsKind || ChangingDocuments.SignsIn(upload, knowledge).IsEmpty))
            {
                var literal = wrong.Literal?.Syntax.GetLocation();
                var handOver = new WrongTrainingFileHandOver(
                    Name: wrong.IsKind ? literal : null,
                    Purpose: wrong.IsKind ? null : literal,
                    Upload: null
                );
                Report(wrong, upload.Operation, handOver, context);
            }
        }

        // What the way to the upload decides is said of the job.
        foreach (var job in FineTuningJob.In(body))
        {
            var wrong = job
                .TrainingUploads.Concat(job.ValidationUploads)
                .Where(static u => u.Via is not null && WrongFile.Of(u.Here) is null)
                .Select(static u => (File: WrongFile.Of(u), Upload: u))
                .FirstOrDefault(w => w.File is { } file && (!file.IsKind || ChangingDocuments.SignsIn(w.Upload, knowledge).IsEmpty));
            if (wrong.File is { } file)
            {
                var handOver = new WrongTrainingFileHandOver(Name: null, Purpose: null, wrong.Upload.Operation.Syntax.GetLocation());
                Report(file, job.Operation, handOver, context);
            }
        }
    }

    private static void Report(WrongFile wrong, IInvocationOperation place, WrongTrainingFileHandOver handOver, RuleContext context) =>
        context.ReportDiagnostic(handOver.Report(Descriptors.WrongTrainingFile, CallLocation.Of(place), wrong.Description, wrong.Remedy));
}
