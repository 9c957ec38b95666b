using Microsoft.Extensions.VectorData;

namespace DocsInHouseStyle;

/// <summary>One section of the docs, as it is indexed for retrieval.</summary>
public sealed class DocsPassage
{
    /// <summary>File and heading, "backups.md: Restore a backup": the key, and what an answer cites.</summary>
    [VectorStoreKey]
    public required string Source { get; init; }

    [VectorStoreData]
    public required string Text { get; init; }

    [VectorStoreVector(1536)]
    public required ReadOnlyMemory<float> Embedding { get; init; }
}
