using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>Databases that search by vector beside all that they do otherwise, and the arithmetic for vectors in memory.</summary>
internal static class VectorDatabasesTable
{
    // How what a query of MongoDB finds is read.
    private static readonly string[] All = ["ToAsyncEnumerable", "ToEnumerable", "ToList", "ToListAsync"];

    private static readonly string[] One =
    [
        "First",
        "FirstAsync",
        "FirstOrDefault",
        "FirstOrDefaultAsync",
        "Single",
        "SingleAsync",
        "SingleOrDefault",
        "SingleOrDefaultAsync",
    ];

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
            .Passes("AppendStage", "As", "Limit", "Match", "OfType", "Project", "ReplaceRoot", "ReplaceWith", "Set", "Skip", "Sort")
            .Type("MongoDB.Driver.IAggregateFluentExtensions")
            .Retrievals(["VectorSearch"], ["queryVector"], options: "options", top: "limit")
            .PassEachFrom("aggregate", ["Match", "Project", "ReplaceRoot", "ReplaceWith", "Set", "SortBy", "SortByDescending", .. One])
            .Type("MongoDB.Driver.IAsyncCursorSource`1")
            .Passes("ToCursor", "ToCursorAsync")
            .Type("MongoDB.Driver.IAsyncCursorSourceExtensions")
            .PassEachFrom("source", [.. One, .. All])
            .Type("MongoDB.Driver.IAsyncCursor`1")
            .Passes("Current")
            .Type("MongoDB.Driver.IAsyncCursorExtensions")
            .PassEachFrom("cursor", [.. One, "ToEnumerable", "ToAsyncEnumerable"])
            .PassEachFrom("source", ["ToList", "ToListAsync"])
            .Type("MongoDB.Driver.Linq.MongoQueryable")
            .Retrievals(["VectorSearch"], ["queryVector"], options: "options", top: "limit")
            .PassEachFrom("source", ["AppendStage", "As", "Skip", "Take", "ToAsyncEnumerable", "ToCursor", "ToCursorAsync", "ToListAsync"])
            .PassEachFrom("source", ["FirstAsync", "FirstOrDefaultAsync", "SingleAsync", "SingleOrDefaultAsync"])
            .ToEntries();
}
