using System.Collections.Generic;
using System.Linq;

namespace RagAnalyzers.Sdk;

/// <summary>
/// What vector stores compare by where a record declares no function, told by the names of Semantic Kernel's connectors. Source: the connectors'
/// code (<c>PostgresConstants.DefaultDistanceFunction</c>, what SQLite's and SQL Server's map <c>null</c> to); their scores are what the database
/// computes.
/// </summary>
internal static class StoreDistanceFunctions
{
    /// <summary>What the stores of <see cref="ByDistance"/> compare by.</summary>
    public const string Distance = "CosineDistance";

    /// <summary>What code names that uses a store which compares by distance.</summary>
    public static readonly HashSet<string> ByDistance = NamesOf("Postgres", "Sqlite", "SqlServer");

    /// <summary>What code names that uses another store: most compare by similarity.</summary>
    public static readonly HashSet<string> Others = NamesOf(
        "AzureAISearch",
        "AzureCosmosDBMongoDB",
        "AzureCosmosDBNoSQL",
        "Chroma",
        "CosmosMongo",
        "CosmosNoSql",
        "Couchbase",
        "Elasticsearch",
        "InMemory",
        "Milvus",
        "Mongo",
        "MongoDB",
        "Oracle",
        "Pinecone",
        "Qdrant",
        "Redis",
        "RedisHashSet",
        "RedisJson",
        "Volatile",
        "Weaviate"
    );

    /// <summary>The store, its collections, and what registers either, in all versions.</summary>
    private static HashSet<string> NamesOf(params string[] stores) =>
        new(
            stores
                .SelectMany(static s => new[] { s + "VectorStore", s + "Collection", s + "VectorStoreRecordCollection" })
                .SelectMany(static n => new[] { n, "Add" + n, "AddKeyed" + n })
        );
}
