using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Pipeline;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>RAG1001: a fine-tuning job is trained on frequently changing documents.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FineTuningOnChangingDocuments : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.FineTuningOnChangingDocuments);

    private protected override void Analyze(BodyPipeline body, OperationBlockAnalysisContext context)
    {
        var reported = new HashSet<FileUpload>();
        foreach (var job in body.FineTuningJobs)
        {
            foreach (var upload in job.TrainingUploads.Where(reported.Add))
                Judge(upload, job.Operation, context);
        }

        foreach (var upload in body.Uploads.Where(u => u.IsForFineTuning && reported.Add(u)))
            Judge(upload, upload.Operation, context);
    }

    private static void Judge(FileUpload upload, IInvocationOperation place, OperationBlockAnalysisContext context)
    {
        var evidence = ChangingDocuments.EvidenceIn(upload.ReadData());
        if (evidence.IsEmpty)
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FineTuningOnChangingDocuments,
            CallLocation.Of(place),
            ImmutableArray.Create(upload.Operation.Syntax.GetLocation()),
            ImmutableDictionary<string, string?>.Empty,
            string.Join(", ", evidence)));
    }
}
