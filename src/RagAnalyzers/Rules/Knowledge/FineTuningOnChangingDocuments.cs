using System.Collections.Generic;
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
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>RAG1001: a fine-tuning job is trained on frequently changing documents.</summary>
public sealed class FineTuningOnChangingDocuments : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FineTuningOnChangingDocuments);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveFineTuning(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        if (FileUpload.In(body).IsEmpty && FineTuningJob.In(body).IsEmpty)
        {
            return;
        }

        var knowledge = ConfiguredTerms.Of(context.OptionsFor(body));
        foreach (var (place, uploads, beside) in FineTuningIndex.Of(body.Picture).TrainingIn(body))
        {
            if (beside.All(u => ChangingDocuments.SignsIn(u, knowledge).IsEmpty))
            {
                Judge(body.Picture, uploads, place, knowledge, context);
            }
        }
    }

    /// <summary>One job is one mistake, however many files it may be trained on.</summary>
    private static void Judge(
        Picture picture,
        IEnumerable<FileUpload> uploads,
        IInvocationOperation place,
        KnowledgeTerms knowledge,
        RuleContext context
    )
    {
        // Signs that are weak say less than RAG1003, which names the fact itself.
        var found = uploads
            .Select(u => (Upload: u, Signs: ChangingDocuments.SignsIn(u, knowledge)))
            .Where(f => !f.Signs.IsEmpty && (!f.Signs.Strong.IsEmpty || TimeDependentFacts.In(picture, f.Upload.ReadData()).IsEmpty))
            .ToList();
        if (found.Count == 0)
        {
            return;
        }

        context.ReportDiagnostic(
            new FineTuningOnChangingDocumentsHandOver(
                found.Select(static f => f.Upload.Operation.Syntax.GetLocation()).ToImmutableArray()
            ).Report(
                Descriptors.FineTuningOnChangingDocuments,
                CallLocation.Of(place),
                string.Join(", ", found.SelectMany(static f => f.Signs.Shown).Distinct())
            )
        );
    }
}
