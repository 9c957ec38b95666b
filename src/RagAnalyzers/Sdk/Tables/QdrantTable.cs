using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>Qdrant's own client. <c>IQdrantClient</c> is newer than <c>QdrantClient</c>, so both have rows.</summary>
internal static class QdrantTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        Client(Client(new SdkTable(SdkKind.QdrantClient).Type("Qdrant.Client.QdrantClient")).Type("Qdrant.Client.IQdrantClient"))
            .Type("Qdrant.Client.Grpc.ScoredPoint")
            .Passes("Payload")
            .Hits(HitPart.Record, "Payload")
            .Hits(HitPart.Score, "Score")
            .Hits(HitPart.Key, "Id")
            .Hits(HitPart.Vector, "Vectors")
            .Type("Qdrant.Client.Grpc.BatchResult")
            .Passes("Result")
            .Type("Qdrant.Client.Grpc.PointGroup")
            .Passes("Hits")
            .Type("Qdrant.Client.Grpc.Value")
            .Passes("StringValue", "ListValue", "StructValue")
            .ToEntries();

    private static SdkTable Client(SdkTable client) =>
        client
            .Retrievals(["SearchAsync"], ["vector"], top: "limit", filter: "filter", threshold: "scoreThreshold")
            .Retrievals(["SearchBatchAsync"], ["searches"])
            .Retrievals(["SearchGroupsAsync"], ["vector"], top: "limit", filter: "filter", threshold: "scoreThreshold")
            .Retrievals(
                ["QueryAsync", "QueryGroupsAsync"],
                ["query", "prefetch"],
                top: "limit",
                filter: "filter",
                threshold: "scoreThreshold"
            )
            .Retrievals(["QueryBatchAsync"], ["queries"])
            .RecordIngestions(["UpsertAsync"], "Id", "points")
            .MakesIndex(["CreateCollectionAsync", "RecreateCollectionAsync"], "collectionName", "vectorsConfig", "Size")
            .AsksForIndex("CollectionExistsAsync")
            .ClearsIndex("DeleteAsync", "DeleteCollectionAsync", "RecreateCollectionAsync");
}
