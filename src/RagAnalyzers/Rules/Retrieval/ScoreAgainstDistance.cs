using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals.Embedders;
using RagAnalyzers.Pipeline.Retrievals.Scores;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5006: scores are read in the wrong direction, or a threshold keeps nearly everything out.</summary>
public sealed class ScoreAgainstDistance : RagRule
{
    /// <summary>Related texts have about 0.3 to 0.6 with OpenAI's third generation.</summary>
    private const double HighRelevance = 0.7;

    private const string ThirdGeneration = "text-embedding-3-";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.ScoreAgainstDistance);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveScores(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var test in ScoreTest.In(body).Where(static t => t.KeepsLarger != t.Score.IsSimilarity))
        {
            Report(
                context,
                DiagnosticSeverity.Warning,
                test.Operation.Syntax.GetLocation(),
                new ScoreAgainstDistanceHandOver(test.Score.Declared, Instead: null),
                $"{Function(test.Score)} is {Nearer(test.Score)} the nearer a record is, and this keeps what is {(test.KeepsLarger ? "above" : "below")} the threshold",
                test.KeepsLarger ? "Keep what is below it" : "Keep what is above it"
            );
        }

        foreach (var order in ScoreOrder.In(body).Where(static o => o.LargestFirst != o.Score.IsSimilarity))
        {
            Report(
                context,
                DiagnosticSeverity.Warning,
                CallLocation.Of(order.Operation),
                new ScoreAgainstDistanceHandOver(order.Score.Declared, order.Opposite),
                $"{Function(order.Score)} is {Nearer(order.Score)} the nearer a record is, and this takes the farthest first",
                $"Use '{order.Opposite}'"
            );
        }

        foreach (var floor in RelevanceFloor.In(body).Where(static f => f.Value is >= HighRelevance and < 1))
        {
            if (KnownEmbedders.Of(body.Picture) is { IsEmpty: false } models && models.All(static m => m.Contains(ThirdGeneration)))
            {
                Report(
                    context,
                    DiagnosticSeverity.Info,
                    ReferenceEquals(floor.At, floor.Search.Operation) ? CallLocation.Of(floor.At) : floor.At.Syntax.GetLocation(),
                    new ScoreAgainstDistanceHandOver(Declared: null, Instead: null),
                    $"with '{models[0]}' related texts, too, are below a relevance of {floor.Value.ToString(CultureInfo.InvariantCulture)}, so hardly anything is found",
                    "Measure what your own passages have, and set it lower"
                );
            }
        }
    }

    private static string Function(Score score) => $"'{score.Function}'{(score.IsDefault ? ", the store's default," : "")}";

    private static string Nearer(Score score) => score.IsSimilarity ? "larger" : "smaller";

    private static void Report(
        RuleContext context,
        DiagnosticSeverity severity,
        Location place,
        ScoreAgainstDistanceHandOver handOver,
        string reason,
        string remedy
    ) => context.ReportDiagnostic(handOver.Report(Descriptors.ScoreAgainstDistance, severity, place, Sentence(reason), remedy));

    private static string Sentence(string reason) => char.ToUpperInvariant(reason[0]) + reason.Substring(1);
}
