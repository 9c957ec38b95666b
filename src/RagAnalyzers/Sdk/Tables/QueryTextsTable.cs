using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>What runs a query that is written as text: such a query may ask for what is nearest to a vector.</summary>
internal static class QueryTextsTable
{
    private static readonly string[] Readers = ["ExecuteReader", "ExecuteReaderAsync"];

    private static readonly string[] Queries =
    [
        "Query",
        "QueryAsync",
        "QueryFirst",
        "QueryFirstAsync",
        "QueryFirstOrDefault",
        "QueryFirstOrDefaultAsync",
        "QuerySingle",
        "QuerySingleAsync",
        "QuerySingleOrDefault",
        "QuerySingleOrDefaultAsync",
        "ExecuteReader",
        "ExecuteReaderAsync",
    ];

    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.VectorDatabase)
            .Type("System.Data.IDbCommand")
            .RunsQuery(["ExecuteReader"], [SdkFact.Receiver], SdkFact.Receiver)
            .Type("System.Data.Common.DbCommand")
            .RunsQuery(Readers, [SdkFact.Receiver], SdkFact.Receiver)
            // These hide what they inherit.
            .Type("Npgsql.NpgsqlCommand")
            .RunsQuery(Readers, [SdkFact.Receiver], SdkFact.Receiver)
            .Type("Microsoft.Data.SqlClient.SqlCommand")
            .RunsQuery(Readers, [SdkFact.Receiver], SdkFact.Receiver)
            .Type("Microsoft.Data.Sqlite.SqliteCommand")
            .RunsQuery(Readers, [SdkFact.Receiver], SdkFact.Receiver)
            .Type("Dapper.SqlMapper")
            .RunsQuery(Queries, ["sql"], "param")
            .RunsQuery(Queries, ["command"], "command")
            .RunsQuery(["QueryUnbufferedAsync"], ["sql"], "param")
            .Type("Dapper.CommandDefinition")
            .PassesFrom(SdkTable.Constructor, "commandText")
            .Type("Microsoft.EntityFrameworkCore.RelationalQueryableExtensions")
            .RunsQuery(["FromSqlRaw"], ["sql"], "parameters")
            .RunsQuery(["FromSql", "FromSqlInterpolated"], ["sql"], "sql")
            .Type("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions")
            .RunsQuery(["SqlQueryRaw"], ["sql"], "parameters")
            .RunsQuery(["SqlQuery"], ["sql"], "sql")
            .Type("Microsoft.Azure.Cosmos.Container")
            .RunsQuery(["GetItemQueryIterator"], ["queryText"], "queryText")
            .RunsQuery(["GetItemQueryIterator"], ["queryDefinition"], "queryDefinition")
            .Type("Microsoft.Azure.Cosmos.QueryDefinition")
            .PassesFrom(SdkTable.Constructor, "query")
            .Passes("WithParameter")
            .Type("Microsoft.Azure.Cosmos.FeedIterator`1")
            .Passes("ReadNextAsync")
            .Type("Microsoft.Azure.Cosmos.Response`1")
            .Passes("Resource")
            .ToEntries();
}
