using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>How the records of vector stores are declared: by attributes, or by definitions in code.</summary>
internal static class VectorRecordsTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.VectorData)
            .Type("Microsoft.Extensions.VectorData.VectorStoreKeyAttribute")
            .RecordProperty(RecordPropertyKind.Key)
            .Type("Microsoft.Extensions.VectorData.VectorStoreDataAttribute")
            .RecordProperty(RecordPropertyKind.Data)
            .Type("Microsoft.Extensions.VectorData.VectorStoreVectorAttribute")
            .RecordProperty(RecordPropertyKind.Vector, dimensions: "dimensions", distanceMember: "DistanceFunction")
            .Type("Microsoft.Extensions.VectorData.VectorStoreKeyProperty")
            .RecordProperty(RecordPropertyKind.Key, name: "name")
            .Type("Microsoft.Extensions.VectorData.VectorStoreDataProperty")
            .RecordProperty(RecordPropertyKind.Data, name: "name")
            .Type("Microsoft.Extensions.VectorData.VectorStoreVectorProperty")
            .RecordProperty(RecordPropertyKind.Vector, name: "name", dimensions: "dimensions", distanceMember: "DistanceFunction")
            .Type("Microsoft.Extensions.VectorData.VectorStoreVectorProperty`1")
            .RecordProperty(RecordPropertyKind.Vector, name: "propertyName", dimensions: "dimensions", distanceMember: "DistanceFunction")
            .Type("Microsoft.Extensions.VectorData.VectorStore")
            .OpensCollection(["GetCollection", "GetDynamicCollection"], "definition")
            .ToEntries()
            .AddRange(AzureSearch);

    private static ImmutableArray<SdkEntry> AzureSearch =>
        new SdkTable(SdkKind.AzureSearch)
            .Type("Azure.Search.Documents.Indexes.SimpleFieldAttribute")
            .RecordProperty(RecordPropertyKind.Data, keyMember: "IsKey")
            .Type("Azure.Search.Documents.Indexes.SearchableFieldAttribute")
            .RecordProperty(RecordPropertyKind.Data, keyMember: "IsKey")
            .Type("Azure.Search.Documents.Indexes.VectorSearchFieldAttribute")
            .RecordProperty(RecordPropertyKind.Vector, dimensionsMember: "VectorSearchDimensions")
            .Type("Azure.Search.Documents.Indexes.Models.SimpleField")
            .RecordProperty(RecordPropertyKind.Data, name: "name", keyMember: "IsKey")
            .Type("Azure.Search.Documents.Indexes.Models.SearchableField")
            .RecordProperty(RecordPropertyKind.Data, name: "name", keyMember: "IsKey")
            .Type("Azure.Search.Documents.Indexes.Models.SearchField")
            .RecordProperty(RecordPropertyKind.Vector, name: "name", dimensionsMember: "VectorSearchDimensions")
            .Type("Azure.Search.Documents.Indexes.Models.VectorSearchField")
            .RecordProperty(RecordPropertyKind.Vector, name: "name", dimensions: "vectorSearchDimensions")
            .ToEntries();
}
