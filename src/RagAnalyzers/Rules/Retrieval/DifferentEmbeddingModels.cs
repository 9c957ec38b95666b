using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Retrievals.Databases;
using RagAnalyzers.Pipeline.Retrievals.Embedders;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5004: what is searched for and what is searched are embedded with different models.</summary>
public sealed class DifferentEmbeddingModels : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.DifferentEmbeddingModels);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveVectors(picture) || VectorColumns.MayBeIn(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        if (VectorJoin.In(body).IsEmpty && VectorComparison.In(body).IsEmpty)
        {
            return;
        }

        var models = context.OptionsFor(body).EmbeddingModels;
        foreach (var search in VectorJoin.In(body).Where(static j => j.IsSearch))
        {
            // Where the sizes do not fit, RAG5002 speaks.
            if (
                Mismatch.Of(search, models) is null
                && Write(context.Picture, search, models) is { } write
                && Mismatch.Of(write, models) is null
                && IsFirst(context.Picture, search, models)
            )
            {
                Report(search.Operation, search.Embedder, write.Embedder, CallLocation.Of(write.Operation), context, models);
            }
        }

        foreach (var comparison in VectorComparison.In(body))
        {
            if (
                comparison.Vectors is var (first, second)
                && Behind(comparison, first) is { } one
                && Behind(comparison, second) is { } other
            )
            {
                Report(comparison.Operation, one, other, write: null, context, models);
            }
        }
    }

    /// <summary>Searches that ask with the same embedder make one mistake, however many there are.</summary>
    private static bool IsFirst(Picture picture, VectorJoin search, ConfiguredEmbeddingModels models) =>
        VectorJoin
            .InAll(picture, search)
            .Where(j =>
                j.IsSearch
                && j.Property.Declared == search.Property.Declared
                && j.Embedder.NameOperation is { } name
                && search.Embedder.NameOperation is { } other
                && name.IsSameAs(other)
                && Mismatch.Of(j, models) is null
            )
            .InOrder(static j => j.Operation)
            .ToList()
            .IsFirst(search.Operation, static j => j.Operation);

    /// <summary>A write into what is searched, when all that the compilation has are embedded with the same model.</summary>
    private static VectorJoin? Write(Picture picture, VectorJoin search, ConfiguredEmbeddingModels models)
    {
        var writes = search.Writes(picture);
        return writes.Select(w => models.Named(w.Embedder.Model)?.Name).Distinct().Count() == 1 ? writes[0] : null;
    }

    private static Embedder? Behind(VectorComparison comparison, IOperation vector)
    {
        var trace = comparison.TraceThroughCallers(vector, FlowMode.Value);
        var calls = trace.Origins.Select(o => EmbeddingCall.At(comparison.Route, o)).ToList();
        return !trace.IsTruncated && calls.Count == 1 ? calls[0]?.Embedder : null;
    }

    private static void Report(
        Microsoft.CodeAnalysis.Operations.IInvocationOperation place,
        Embedder query,
        Embedder documents,
        Location? write,
        RuleContext context,
        ConfiguredEmbeddingModels models
    )
    {
        if (
            models.Named(query.Model) is { } one
            && models.Named(documents.Model) is { } other
            && one.Name != other.Name
            && query.NameOperation is { } name
            && documents.NameOperation is { } otherName
        )
        {
            context.ReportDiagnostic(
                new DifferentEmbeddingModelsHandOver(name.Syntax.GetLocation(), otherName.Syntax.GetLocation(), write).Report(
                    Descriptors.DifferentEmbeddingModels,
                    CallLocation.Of(place),
                    query.Model,
                    documents.Model
                )
            );
        }
    }
}
