using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>Microsoft.Extensions.VectorData: vector stores.</summary>
internal static class VectorDataTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.VectorData)
            .Type("Microsoft.Extensions.VectorData.VectorStoreCollection`2")
            .Retrievals(["SearchAsync"], ["searchValue"], options: "options", top: "top")
            .Ingestions(["UpsertAsync"], "record", "records")
            .AsksForIndex("CollectionExistsAsync")
            .ClearsIndex("DeleteAsync", "EnsureCollectionDeletedAsync")
            .Type("Microsoft.Extensions.VectorData.VectorStore")
            .AsksForIndex("CollectionExistsAsync")
            .ClearsIndex("EnsureCollectionDeletedAsync")
            .Type("Microsoft.Extensions.VectorData.IVectorSearchable`1")
            .Retrievals(["SearchAsync"], ["searchValue"], options: "options", top: "top")
            .Type("Microsoft.Extensions.VectorData.IKeywordHybridSearchable`1")
            .Retrievals(["HybridSearchAsync"], ["searchValue", "keywords"], options: "options", top: "top")
            .Type("Microsoft.Extensions.VectorData.VectorSearchResult`1")
            .Passes("Record")
            .PassesFrom(SdkTable.Constructor, "record")
            .Hits(HitPart.Record, "Record")
            .Hits(HitPart.Score, "Score")
            .ToEntries()
            .AddRange(Settings("Microsoft.Extensions.VectorData.VectorSearchOptions`1"))
            .AddRange(Settings("Microsoft.Extensions.VectorData.HybridSearchOptions`1"));

    private static ImmutableArray<SdkEntry> Settings(string options) =>
        new SdkTable(SdkKind.VectorData)
            .Type(options)
            .SearchSetting(SearchOption.Skip, "Skip")
            .SearchSetting(SearchOption.Filter, "Filter")
            .SearchSetting(SearchOption.VectorProperty, "VectorProperty")
            .SearchSetting(SearchOption.Threshold, "ScoreThreshold")
            .ToEntries();
}
