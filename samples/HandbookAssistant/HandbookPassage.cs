using Microsoft.Extensions.VectorData;

namespace HandbookAssistant;

/// <summary>One section of the handbook, as it is indexed for retrieval.</summary>
public sealed class HandbookPassage : IHandbookRecord
{
    /// <summary>File and heading, "leave.md: Parental leave": the key, and what an answer cites.</summary>
    [VectorStoreKey]
    public required string Source { get; init; }

    [VectorStoreData]
    public required string Text { get; init; }

    [VectorStoreVector(1536)]
    public required ReadOnlyMemory<float> Embedding { get; init; }
}
