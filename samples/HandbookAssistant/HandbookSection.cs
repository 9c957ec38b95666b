using Microsoft.Extensions.VectorData;

namespace HandbookAssistant;

/// <summary>
/// The record of <see cref="HandbookSectionIngestion"/>, with a number of dimensions from somebody's tutorial.
/// <see cref="HandbookPassage"/> declares what the embedding model returns.
/// </summary>
public sealed class HandbookSection : IHandbookRecord
{
    /// <summary>The file, "leave.md".</summary>
    [VectorStoreKey]
    public required string Source { get; init; }

    [VectorStoreData]
    public required string Text { get; init; }

    [VectorStoreVector(384)]
    public required ReadOnlyMemory<float> Embedding { get; init; }
}
