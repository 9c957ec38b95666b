using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>Semantic Kernel's text search and its older memory.</summary>
internal static class SemanticKernelSearchTable
{
    private static readonly string[] TextSearches = ["SearchAsync", "GetTextSearchResultsAsync", "GetSearchResultsAsync"];

    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.SemanticKernel)
            .Type("Microsoft.SemanticKernel.Data.ITextSearch")
            .Retrievals(TextSearches, "query")
            .Type("Microsoft.SemanticKernel.Data.ITextSearch`1")
            .Retrievals(TextSearches, "query")
            .Type("Microsoft.SemanticKernel.Data.VectorStoreTextSearch`1")
            .Retrievals(TextSearches, "query")
            .Type("Microsoft.SemanticKernel.Data.KernelSearchResults`1")
            .Passes("Results")
            .PassesFrom(SdkTable.Constructor, "results")
            .Type("Microsoft.SemanticKernel.Data.TextSearchResult")
            .Passes("Value", "Name", "Link")
            .PassesFrom(SdkTable.Constructor, "value")
            .Type("Microsoft.SemanticKernel.Memory.ISemanticTextMemory")
            .Retrievals(["SearchAsync"], "query")
            .Ingestions(["SaveInformationAsync", "SaveReferenceAsync"], "text")
            .Type("Microsoft.SemanticKernel.Memory.IMemoryStore")
            .Retrievals(["GetNearestMatchAsync", "GetNearestMatchesAsync"], "embedding")
            .Ingestions(["UpsertAsync"], "record")
            .Ingestions(["UpsertBatchAsync"], "records")
            .Type("Microsoft.SemanticKernel.Memory.MemoryQueryResult")
            .Passes("Metadata")
            .PassesFrom("FromMemoryRecord", "record")
            .Type("Microsoft.SemanticKernel.Memory.MemoryRecord")
            .Passes("Metadata")
            .PassesFrom("LocalRecord", "text", "description")
            .PassesFrom("ReferenceRecord", "description")
            .PassesFrom("FromMetadata", "metadata")
            .Type("Microsoft.SemanticKernel.Memory.MemoryRecordMetadata")
            .Passes("Text", "Description", "ExternalSourceName", "AdditionalMetadata")
            .ToEntries();
}
