using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>Qdrant's own client. <c>IQdrantClient</c> is newer than <c>QdrantClient</c>, so both have rows.</summary>
internal static class QdrantTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        Client(Client(new SdkTable(SdkKind.QdrantClient).Type("Qdrant.Client.QdrantClient")).Type("Qdrant.Client.IQdrantClient"))
            .Type("Qdrant.Client.Grpc.ScoredPoint")
            .Passes("Payload")
            .Type("Qdrant.Client.Grpc.BatchResult")
            .Passes("Result")
            .Type("Qdrant.Client.Grpc.PointGroup")
            .Passes("Hits")
            .Type("Qdrant.Client.Grpc.Value")
            .Passes("StringValue", "ListValue", "StructValue")
            .ToEntries();

    private static SdkTable Client(SdkTable client) =>
        client
            .Retrievals(["SearchAsync"], "vector")
            .Retrievals(["SearchBatchAsync"], "searches")
            .Retrievals(["SearchGroupsAsync"], "vector")
            .Retrievals(["QueryAsync", "QueryGroupsAsync"], "query", "prefetch")
            .Retrievals(["QueryBatchAsync"], "queries")
            .Ingestions(["UpsertAsync"], "points");
}
