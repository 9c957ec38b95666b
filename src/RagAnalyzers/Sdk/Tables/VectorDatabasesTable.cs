using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>Databases that search by vector beside all that they do otherwise, and the arithmetic for vectors in memory.</summary>
internal static class VectorDatabasesTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.VectorDatabase)
            .Type("Pgvector.EntityFrameworkCore.VectorDbFunctionsExtensions")
            .ComparesVectors(
                isSimilarity: false,
                "L1Distance",
                "L2Distance",
                "CosineDistance",
                "HammingDistance",
                "JaccardDistance",
                "MaxInnerProduct" // The negative inner product, as the database has it: nearer is smaller.
            )
            // EF Core's for Cosmos DB is left out: what it yields is nearer where it is larger, or smaller, as the container says.
            .Type("Microsoft.EntityFrameworkCore.SqlServerDbFunctionsExtensions")
            .ComparesVectors(isSimilarity: false, "VectorDistance")
            .Type("Pgvector.Vector")
            .PassesFrom(SdkTable.Constructor, "v")
            .Type("System.Numerics.Tensors.TensorPrimitives")
            .ComparesVectors(isSimilarity: true, "CosineSimilarity", "Dot")
            .ComparesVectors(isSimilarity: false, "Distance")
            .Type("MongoDB.Driver.IAggregateFluent`1")
            .Retrievals(["VectorSearch"], ["queryVector"], options: "options", top: "limit")
            .Type("MongoDB.Driver.IAggregateFluentExtensions")
            .Retrievals(["VectorSearch"], ["queryVector"], options: "options", top: "limit")
            .Type("MongoDB.Driver.Linq.MongoQueryable")
            .Retrievals(["VectorSearch"], ["queryVector"], options: "options", top: "limit")
            .ToEntries();
}
