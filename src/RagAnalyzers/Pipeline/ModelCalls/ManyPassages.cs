using System.Collections.Immutable;
using System.Linq;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Retrievals.Databases;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Sql;

namespace RagAnalyzers.Pipeline.ModelCalls;

/// <summary>A search that asks for many passages, all of which go to a model, and nothing reranks them.</summary>
/// <param name="Grounded">The passages.</param>
/// <param name="Count">How many are asked for.</param>
internal sealed record ManyPassages(GroundedPassages Grounded, int Count)
{
    /// <summary>From here on they are many.</summary>
    public const int Limit = 20;

    /// <summary>Those of a body.</summary>
    public static ImmutableArray<ManyPassages> In(Body body) =>
        body.Once(static b => GroundedPassages.OfRetrievalsIn(b).SelectNotNull(b, static (g, _) => Of(g)));

    private static ManyPassages? Of(GroundedPassages grounded)
    {
        var retrieval = grounded.Found.Retrievals[0];
        return Asked(retrieval) is { } count and >= Limit && !Reranking.HasThreshold(retrieval) && !Reranking.MayHappen(grounded)
            ? new ManyPassages(grounded, count)
            : null;
    }

    /// <summary>How many passages a search certainly asks for, at the least; null when that cannot be seen.</summary>
    private static int? Asked(Retrieval retrieval)
    {
        if (retrieval.Fact.Written is { } query)
        {
            return VectorQuery.LimitOf(query);
        }

        if (
            SearchSetting.Of(retrieval.Picture, retrieval, SearchOption.Top)
            is not { IsTruncated: false, Origins: { IsEmpty: false } origins }
        )
        {
            return null;
        }

        if (origins.All(static o => o.Kind == OriginKind.Unset))
        {
            return VectorQueries.NeighborsOf(retrieval);
        }

        var numbers = origins
            .Select(static o =>
                o.Kind != OriginKind.Constant
                    ? null
                    : o.Operation.ConstantValue.Value switch
                    {
                        int number => number,
                        long number and < int.MaxValue => (int)number,
                        ulong number and < int.MaxValue => (int)number,
                        uint number and < int.MaxValue => (int)number,
                        _ => (int?)null,
                    }
            )
            .ToList();
        return numbers.Contains(null) ? null : numbers.Min();
    }
}
