using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>Azure AI Search. Vector queries are part of the options, so the options carry the question too.</summary>
internal static class AzureSearchTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.AzureSearch)
            .Type("Azure.Search.Documents.SearchClient")
            .Retrievals(
                ["Search", "SearchAsync"],
                ["searchText", "options"],
                options: "options",
                searching: ["VectorSearch", "SemanticSearch"]
            )
            .Ingestions(["UploadDocuments", "UploadDocumentsAsync"], "documents")
            .Ingestions(["MergeDocuments", "MergeDocumentsAsync"], "documents")
            .Ingestions(["MergeOrUploadDocuments", "MergeOrUploadDocumentsAsync"], "documents")
            .Ingestions(["IndexDocuments", "IndexDocumentsAsync"], "batch")
            .ClearsIndex("DeleteDocuments", "DeleteDocumentsAsync")
            .Type("Azure.Search.Documents.Indexes.SearchIndexClient")
            .ClearsIndex("DeleteIndex", "DeleteIndexAsync")
            .Type("Azure.Search.Documents.SearchIndexingBufferedSender`1")
            .Ingestions(["UploadDocuments", "UploadDocumentsAsync"], "documents")
            .Ingestions(["MergeDocuments", "MergeDocumentsAsync"], "documents")
            .Ingestions(["MergeOrUploadDocuments", "MergeOrUploadDocumentsAsync"], "documents")
            .Ingestions(["IndexDocuments", "IndexDocumentsAsync"], "batch")
            .Type("Azure.Search.Documents.Models.IndexDocumentsBatch")
            .PassesFrom("Upload", "documents")
            .PassesFrom("Merge", "documents")
            .PassesFrom("MergeOrUpload", "documents")
            .PassesFrom("Create", "actions")
            .Type("Azure.Search.Documents.Models.IndexDocumentsAction")
            .PassesFrom("Upload", "document")
            .PassesFrom("Merge", "document")
            .PassesFrom("MergeOrUpload", "document")
            .Type("Azure.Search.Documents.Models.IndexDocumentsAction`1")
            .PassesFrom(SdkTable.Constructor, "doc")
            .Type("Azure.Search.Documents.Models.SearchResults`1")
            .Passes("GetResults", "GetResultsAsync", "SemanticSearch")
            .Type("Azure.Search.Documents.Models.SearchResultsPage`1")
            .Passes("Values", "SemanticSearch")
            .Type("Azure.Search.Documents.Models.SearchResult`1")
            .Passes("Document", "SemanticSearch", "Highlights")
            .Hits(HitPart.Record, "Document")
            .Hits(HitPart.Text, "Highlights")
            .Hits(HitPart.Score, "Score")
            .Type("Azure.Search.Documents.SearchOptions")
            .SearchSetting(SearchOption.Top, "Size")
            .SearchSetting(SearchOption.Skip, "Skip")
            .SearchSetting(SearchOption.Filter, "Filter")
            .Type("Azure.Search.Documents.Models.SearchDocument")
            .Passes(SdkTable.Indexer, "GetString", "GetStringCollection", "GetObject", "GetObjectCollection", "ToString")
            .Type("Azure.Search.Documents.Models.SemanticSearchResults")
            .Passes("Answers")
            .Type("Azure.Search.Documents.Models.SemanticSearchResult")
            .Passes("Captions")
            .Type("Azure.Search.Documents.Models.QueryAnswerResult")
            .Passes("Text", "Highlights")
            .Type("Azure.Search.Documents.Models.QueryCaptionResult")
            .Passes("Text", "Highlights")
            .ToEntries();
}
