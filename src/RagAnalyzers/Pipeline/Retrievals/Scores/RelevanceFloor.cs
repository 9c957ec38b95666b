using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Scores;

/// <summary>How relevant a search wants its passages to be, as a similarity that is at most 1.</summary>
/// <param name="Search">The search.</param>
/// <param name="At">The expression that says it; the search where nothing does and the library has a default.</param>
/// <param name="Value">The number.</param>
internal sealed record RelevanceFloor(Retrieval Search, IOperation At, double Value)
{
    /// <summary>The floors of a body's searches, as far as the number can be seen.</summary>
    public static ImmutableArray<RelevanceFloor> In(Body body) =>
        body.Once(static b => Retrieval.In(b).IsEmpty ? ImmutableArray<RelevanceFloor>.Empty : Read(b).ToImmutableArray());

    private static IEnumerable<RelevanceFloor> Read(Body body)
    {
        foreach (var search in Retrieval.In(body))
        {
            // Qdrant's threshold goes by the distance that its collection was made with.
            if (
                search.Fact.Threshold is { }
                && search.Fact.Sdk != SdkKind.QdrantClient
                && search.Argument(search.Fact.Threshold) is { } floor
            )
            {
                if (NamedNumber.Of(search.Route, floor) is { } number)
                {
                    yield return new RelevanceFloor(search, floor.IsImplicit ? search.Operation : floor, number);
                }
            }
            else if (
                SearchSetting.Of(body.Picture, search, SearchOption.Threshold) is { } setting
                && NamedNumber.InOrigins(body.Picture, setting) is { } set
                && IsCosine(search)
                && setting.Origins.FirstOrDefault() is { } origin
            )
            {
                var isHere =
                    body.Syntax.SyntaxTree == origin.Operation.Syntax.SyntaxTree && body.Syntax.Span.Contains(origin.Operation.Syntax.Span);
                yield return new RelevanceFloor(search, isHere ? origin.Operation : search.Operation, set);
            }
        }
    }

    private static bool IsCosine(Retrieval search) =>
        VectorCollection.Of(search)?.Record is { } record
        && record.Vectors.ToList() is { Count: > 0 } vectors
        && vectors.TrueForAll(static v => v.DistanceFunction == "CosineSimilarity");
}
