using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Training;
using RagAnalyzers.Pipeline.Training.Uploads;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>RAG1003: a training example states a time-dependent fact.</summary>
public sealed class TimeDependentExample : RagRule
{
    private const int MostShown = 3;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.TimeDependentExample);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveFineTuning(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var (place, uploads, beside) in FineTuningIndex.Of(body.Picture).TrainingIn(body))
        {
            Judge(body.Picture, uploads, beside, place, context);
        }
    }

    private static void Judge(
        Picture picture,
        IEnumerable<FileUpload> uploads,
        IEnumerable<FileUpload> beside,
        IInvocationOperation place,
        RuleContext context
    )
    {
        var said = new HashSet<SyntaxNode>(FactsIn(beside).Select(static f => f.Place.Syntax));
        var facts = FactsIn(uploads).Where(f => !said.Contains(f.Place.Syntax)).Take(MostShown).ToList();
        if (facts.Count == 0)
        {
            return;
        }

        context.ReportDiagnostic(
            Diagnostic.Create(
                Descriptors.TimeDependentExample,
                CallLocation.Of(place),
                facts.Select(static f => f.Place.Syntax.GetLocation()),
                ImmutableDictionary<string, string?>.Empty,
                string.Join("', '", facts.Select(static f => f.Name).Distinct())
            )
        );

        IEnumerable<(IOperation Place, string Name)> FactsIn(IEnumerable<FileUpload> files) =>
            files.SelectMany(u => TimeDependentFacts.In(picture, u.ReadData()));
    }
}
