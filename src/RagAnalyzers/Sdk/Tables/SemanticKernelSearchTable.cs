using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>Semantic Kernel's text search and its older memory.</summary>
internal static class SemanticKernelSearchTable
{
    private static readonly string[] TextSearches = ["SearchAsync", "GetTextSearchResultsAsync", "GetSearchResultsAsync"];

    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.SemanticKernel)
            .Type("Microsoft.SemanticKernel.Data.ITextSearch")
            .Retrievals(TextSearches, ["query"], options: "searchOptions")
            .Type("Microsoft.SemanticKernel.Data.ITextSearch`1")
            .Retrievals(TextSearches, ["query"], options: "searchOptions")
            .Type("Microsoft.SemanticKernel.Data.VectorStoreTextSearch`1")
            .Retrievals(TextSearches, ["query"], options: "searchOptions")
            .Type("Microsoft.SemanticKernel.Data.KernelSearchResults`1")
            .Passes("Results")
            .PassesFrom(SdkTable.Constructor, "results")
            .Type("Microsoft.SemanticKernel.Data.TextSearchResult")
            .Passes("Value", "Name", "Link")
            .PassesFrom(SdkTable.Constructor, "value")
            .Hits(HitPart.Text, "Value")
            .Hits(HitPart.Source, "Name", "Link")
            .Type("Microsoft.SemanticKernel.Data.TextSearchOptions")
            .SearchSetting(SearchOption.Top, "Top")
            .SearchSetting(SearchOption.Skip, "Skip")
            .SearchSetting(SearchOption.Filter, "Filter")
            .Type("Microsoft.SemanticKernel.Data.TextSearchOptions`1")
            .SearchSetting(SearchOption.Top, "Top")
            .SearchSetting(SearchOption.Skip, "Skip")
            .SearchSetting(SearchOption.Filter, "Filter")
            .Type("Microsoft.SemanticKernel.Memory.ISemanticTextMemory")
            .Retrievals(["SearchAsync"], ["query"], top: "limit", threshold: "minRelevanceScore")
            .KeyedIngestions(["SaveInformationAsync"], "id", "text")
            .KeyedIngestions(["SaveReferenceAsync"], "externalId", "text")
            .ClearsIndex("RemoveAsync")
            .Type("Microsoft.SemanticKernel.Memory.IMemoryStore")
            .AsksForIndex("DoesCollectionExistAsync")
            .ClearsIndex("DeleteCollectionAsync", "RemoveAsync", "RemoveBatchAsync")
            .Retrievals(["GetNearestMatchAsync"], ["embedding"], threshold: "minRelevanceScore")
            .Retrievals(["GetNearestMatchesAsync"], ["embedding"], top: "limit", threshold: "minRelevanceScore")
            .Ingestions(["UpsertAsync"], "record")
            .Ingestions(["UpsertBatchAsync"], "records")
            .Type("Microsoft.SemanticKernel.Memory.MemoryQueryResult")
            .Passes("Metadata")
            .PassesFrom("FromMemoryRecord", "record")
            .Hits(HitPart.Record, "Metadata")
            .Hits(HitPart.Score, "Relevance")
            .Hits(HitPart.Vector, "Embedding")
            .Type("Microsoft.SemanticKernel.Memory.MemoryRecord")
            .Passes("Metadata")
            .PassesFrom("LocalRecord", "text", "description")
            .PassesFrom("ReferenceRecord", "description")
            .PassesFrom("FromMetadata", "metadata")
            .Type("Microsoft.SemanticKernel.Memory.MemoryRecordMetadata")
            .Passes("Text", "Description", "ExternalSourceName", "AdditionalMetadata")
            .Hits(HitPart.Text, "Text", "Description")
            .Hits(HitPart.Source, "ExternalSourceName")
            .Hits(HitPart.Key, "Id")
            .ToEntries();
}
