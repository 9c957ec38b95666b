using System.Collections.Immutable;

namespace RagAnalyzers.Sdk;

/// <summary>
/// In which direction the functions point that compare vectors, by the names of Microsoft.Extensions.VectorData's
/// <c>DistanceFunction</c>.
/// </summary>
internal static class DistanceFunctions
{
    private static readonly ImmutableDictionary<string, bool> Similarities = ImmutableDictionary<string, bool>
        .Empty.Add("CosineSimilarity", true)
        .Add("DotProductSimilarity", true)
        .Add("NegativeDotProductSimilarity", false)
        .Add("CosineDistance", false)
        .Add("EuclideanDistance", false)
        .Add("EuclideanSquaredDistance", false)
        .Add("HammingDistance", false)
        .Add("ManhattanDistance", false);

    /// <summary>Nearer is larger; false where it is smaller, null for a name that is not known.</summary>
    public static bool? IsSimilarity(string? name) =>
        name is not null && Similarities.TryGetValue(name, out var isSimilarity) ? isSimilarity : null;
}
