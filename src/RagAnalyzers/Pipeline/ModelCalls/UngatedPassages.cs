using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Pipeline.ModelCalls;

/// <summary>Passages that reach a prompt with no relevance gate: neither the search nor anybody behind it asks how relevant they are.</summary>
internal static class UngatedPassages
{
    /// <summary>Those of a body.</summary>
    public static ImmutableArray<GroundedPassages> In(Body body) =>
        body.Once(static b =>
            GroundedPassages
                .OfRetrievalsIn(b)
                .Where(static g => !Reranking.HasThreshold(g.Found.Retrievals[0]) && !Reranking.MayHappen(g))
                .Where(g => !ManyPassages.In(b).Any(m => ReferenceEquals(m.Grounded, g)))
                .ToImmutableArray()
        );
}
