using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals.Embedders;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5003: an embedding model is asked for dimensions that it cannot return.</summary>
public sealed class ImpossibleDimensions : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.ImpossibleDimensions);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveEmbeddings(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        if (AskedDimensions.In(body).IsEmpty)
        {
            return;
        }

        var models = context.OptionsFor(body).EmbeddingModels;
        foreach (var asked in AskedDimensions.In(body))
        {
            if (asked.Embedder.KnownModel(models) is not { } model || !model.Refuses(asked.Dimensions))
            {
                continue;
            }

            var places = AskedDimensions
                .WithNumberOf(body.Picture, asked)
                .Where(a => a.Embedder.KnownModel(models)?.Refuses(a.Dimensions) == true)
                .InOrder(static a => a.Operation)
                .ToList();
            if (!places.IsFirst(asked.Operation, static a => a.Operation))
            {
                continue;
            }

            var (reason, remedy, possible) = Explain(model, asked.Dimensions);
            context.ReportDiagnostic(
                new ImpossibleDimensionsHandOver(
                    asked.Number.Syntax.GetLocation(),
                    asked.Embedder.NameOperation?.Syntax.GetLocation(),
                    possible
                ).Report(
                    Descriptors.ImpossibleDimensions,
                    CallLocation.Of(asked.Operation),
                    asked.Embedder.Model,
                    asked.Dimensions,
                    reason,
                    remedy
                )
            );
        }
    }

    private static (string Reason, string Remedy, int? Possible) Explain(EmbeddingModel model, int asked) =>
        model.Choice switch
        {
            DimensionChoice.None => ($"it returns {model.Dimensions} and refuses the option", "Leave the option out", null),
            DimensionChoice.Listed => (
                $"it returns {string.Join(", ", model.Sizes.Select(static s => s.ToString(CultureInfo.InvariantCulture)))} only",
                "Ask for one of these",
                model.Sizes.OrderBy(s => System.Math.Abs(s - asked)).First()
            ),
            _ => ($"it returns {model.Dimensions} at most", $"Ask for {model.Dimensions} or fewer", model.Dimensions),
        };
}
