using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Retrievals.Databases;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5002: a record declares other dimensions than its vectors have.</summary>
public sealed class VectorDimensionsMismatch : RagRule
{
    private const string Elsewhere = "the store refuses such vectors";
    private const string InMemory = "a store in memory does not look, any other refuses them";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.VectorDimensionsMismatch);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveVectors(picture) || VectorColumns.MayBeIn(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        if (VectorJoin.In(body).IsEmpty)
        {
            return;
        }

        var models = context.OptionsFor(body).EmbeddingModels;
        foreach (
            var join in VectorJoin
                .In(body)
                .GroupBy(static j => j.Operation)
                .Select(g => g.FirstOrDefault(j => Mismatch.Of(j, models) is not null))
        )
        {
            if (join is null || Mismatch.Of(join, models) is not { } returned)
            {
                continue;
            }

            var places = SameMistake(body.Picture, join, returned, models);
            if (!places.IsFirst(join.Operation, static p => p.Operation))
            {
                continue;
            }

            var owner = join.Record.Type is { } type ? $"{type.Name}.{join.Property.Name}" : join.Property.Name;
            var model = join.Embedder.NameOperation?.Syntax.GetLocation();
            context.ReportDiagnostic(
                new VectorDimensionsMismatchHandOver(
                    At(join),
                    join.Calls.Select(static c => CallLocation.Of(c.Operation)).FirstOrDefault(),
                    model,
                    returned,
                    places
                        .Where(p => !p.Operation.IsSameAs(join.Operation))
                        .Select(static p => CallLocation.Of(p.Operation))
                        .Distinct()
                        .ToImmutableArray()
                ).Report(
                    Descriptors.VectorDimensionsMismatch,
                    CallLocation.Of(join.Operation),
                    owner,
                    join.Property.Dimensions,
                    join.Embedder.Model ?? "the embedding call",
                    returned,
                    IndexState.MayBeInMemory(body.Picture) ? InMemory : Elsewhere
                )
            );
        }
    }

    /// <summary>All places that go by the same declaration with vectors of the same size; writes before searches.</summary>
    private static List<VectorJoin> SameMistake(Picture picture, VectorJoin join, int returned, ConfiguredEmbeddingModels models) =>
        VectorJoin
            .InAll(picture, join)
            .Where(j => At(j) == At(join) && Mismatch.Of(j, models) == returned)
            .InOrder(static j => j.IsSearch, static j => j.Operation)
            .ToList();

    private static Location At(VectorJoin join) => join.Property.DimensionsAt ?? join.Property.Declared;
}
