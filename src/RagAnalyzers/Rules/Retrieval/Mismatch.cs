using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Pipeline.Retrievals;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>Whether a vector does not have the size that the property declares which holds it.</summary>
internal static class Mismatch
{
    /// <summary>The size that the vector has instead; null when it fits, or cannot be seen.</summary>
    public static int? Of(VectorJoin join, ConfiguredEmbeddingModels models) =>
        join.Property.Dimensions is { } declared && join.DimensionsReturned(models) is { } returned && returned != declared
            ? returned
            : null;
}
