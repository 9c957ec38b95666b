using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Retrievals.Records;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5005: a record has several vectors, and a search does not say which of them it means.</summary>
public sealed class SearchWithoutVectorProperty : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.SearchWithoutVectorProperty);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveRetrievals(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var search in Pipeline.Retrievals.Retrieval.In(body))
        {
            if (
                !SearchedProperty.IsLeftOpen(search)
                || VectorCollection.Of(search)?.Record is not { } record
                || record.Vectors.ToList() is not { Count: > 1 } vectors
            )
            {
                continue;
            }

            var options = search.Options is { IsImplicit: false } passed ? passed.Syntax.GetLocation() : null;
            context.ReportDiagnostic(
                new SearchWithoutVectorPropertyHandOver(
                    vectors.Select(static v => v.Declared).ToImmutableArray(),
                    options,
                    search.Fact.Options,
                    EmbeddedProperty(context.Picture, record)
                ).Report(
                    Descriptors.SearchWithoutVectorProperty,
                    CallLocation.Of(search.Operation),
                    record.Type?.Name ?? "The record",
                    string.Join(", ", vectors.Select(static v => v.Name))
                )
            );
        }
    }

    /// <summary>The one vector property that the compilation is seen to fill, or null.</summary>
    private static string? EmbeddedProperty(Picture picture, VectorRecord record)
    {
        var filled = Ingestion
            .InAll(picture)
            .Where(i => SymbolEqualityComparer.Default.Equals(VectorCollection.RecordType(i.Operation), record.Type))
            .SelectMany(i => VectorJoin.In(picture.BodyOf(i.Operation)).Where(j => j.Operation == i.Operation && !j.IsSearch))
            .Select(static j => j.Property.Name)
            .Distinct()
            .ToList();
        return filled.Count == 1 ? filled[0] : null;
    }
}
