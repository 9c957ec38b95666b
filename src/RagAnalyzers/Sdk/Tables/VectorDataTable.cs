using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>Microsoft.Extensions.VectorData: vector stores.</summary>
internal static class VectorDataTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.VectorData)
            .Type("Microsoft.Extensions.VectorData.VectorStoreCollection`2")
            .Retrievals(["SearchAsync"], "searchValue")
            .Ingestions(["UpsertAsync"], "record", "records")
            .Type("Microsoft.Extensions.VectorData.IVectorSearchable`1")
            .Retrievals(["SearchAsync"], "searchValue")
            .Type("Microsoft.Extensions.VectorData.IKeywordHybridSearchable`1")
            .Retrievals(["HybridSearchAsync"], "searchValue", "keywords")
            .Type("Microsoft.Extensions.VectorData.VectorSearchResult`1")
            .Passes("Record")
            .PassesFrom(SdkTable.Constructor, "record")
            .ToEntries();
}
