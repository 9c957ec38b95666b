using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>A query in text retrieves where it asks for what is nearest to a vector; all rules run together.</summary>
public sealed class QueryTextTests
{
    private const string Near = "SELECT content FROM docs ORDER BY embedding <=> @q LIMIT 5";
    private const string Plain = "SELECT content FROM docs WHERE title = @q ORDER BY created LIMIT 5";
    private const string Read = "var found = \"\"; while (await reader.ReadAsync()) { found += reader.GetString(0); } ";
    private const string Handled = "if (found.Length == 0) { return null; } ";
    private const string Ask =
        "return await chat.GetResponseAsync($\"Answer from these passages only: {found}. The question is: {question}\");";
    private const string AskFirst =
        "return await {|RAG6001:chat.GetResponseAsync|}($\"You are a friendly assistant. {found} {question}\");";
    private const string AskWithoutTerms = "return await chat.GetResponseAsync($\"You are a friendly assistant. {found} {question}\");";

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules = [.. RagRules.Analyzers()];

    [Theory]
    // Dapper.
    [InlineData("var rows = await connection.QueryAsync<string>(\"" + Near + "\", new { q = vector });")]
    [InlineData("var rows = connection.Query<string>(sql: Sql, param: new { q = vector });")]
    [InlineData("var rows = await connection.QueryAsync<string>(new CommandDefinition(Sql, new { q = vector }));")]
    [InlineData(
        "var sql = \"SELECT content FROM docs \"; sql += \"ORDER BY embedding <=> @q LIMIT 5\"; var rows = await connection.QueryAsync<string>(sql, new { q = vector });"
    )]
    [InlineData(
        "var sql = $\"SELECT content FROM {table} ORDER BY embedding <=> @q LIMIT 5\"; var rows = await connection.QueryAsync<string>(sql, new { q = vector });"
    )]
    [InlineData(
        "var sql = \"\"\"\n    SELECT content\n    FROM docs\n    ORDER BY embedding <=> @q\n    LIMIT 5\n    \"\"\"; var rows = await connection.QueryAsync<string>(sql, new { q = vector });"
    )]
    // EF Core.
    [InlineData(
        "var rows = await db.Docs.FromSqlRaw(\"SELECT * FROM docs ORDER BY embedding <=> {0} LIMIT 5\", vector).Select(d => d.Content).ToListAsync();"
    )]
    [InlineData(
        "var rows = await db.Docs.FromSql($\"SELECT * FROM docs ORDER BY embedding <=> {vector} LIMIT 5\").AsNoTracking().Select(d => d.Content).ToListAsync();"
    )]
    [InlineData(
        "var rows = await db.Docs.FromSqlInterpolated($\"SELECT * FROM docs ORDER BY embedding <=> {vector} LIMIT 5\").Select(d => d.Content).ToArrayAsync();"
    )]
    [InlineData(
        "var rows = db.Database.SqlQuery<string>($\"SELECT content FROM docs ORDER BY VECTOR_DISTANCE('cosine', {vector}, embedding) OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY\").ToList();"
    )]
    [InlineData("var rows = db.Database.SqlQueryRaw<string>(Sql, vector).ToList();")]
    // Cosmos DB.
    [InlineData(
        "var rows = new List<string>(); using var feed = container.GetItemQueryIterator<Doc>(\"SELECT TOP 5 c.content FROM c ORDER BY VectorDistance(c.embedding, [1, 2])\"); while (feed.HasMoreResults) { foreach (var doc in await feed.ReadNextAsync()) { rows.Add(doc.Content); } }"
    )]
    [InlineData(
        "var rows = new List<string>(); var query = new QueryDefinition(\"SELECT TOP 5 c.content FROM c ORDER BY VectorDistance(c.embedding, @e)\").WithParameter(\"@e\", vector); var feed = container.GetItemQueryIterator<Doc>(queryDefinition: query); while (feed.HasMoreResults) { var page = await feed.ReadNextAsync(); rows.AddRange(page.Resource.Select(d => d.Content)); }"
    )]
    public Task Rows_are_passages(string retrieval) =>
        VerifyAsync(retrieval + " var found = string.Join(\"\\n\", rows); " + Handled + AskFirst);

    [Theory]
    [InlineData(
        "await using var command = new NpgsqlCommand(\""
            + Near
            + "\", connection); await using var reader = await command.ExecuteReaderAsync(); "
    )]
    [InlineData("await using var command = source.CreateCommand(Sql); await using var reader = await command.ExecuteReaderAsync(); ")]
    [InlineData(
        "await using var command = connection.CreateCommand(); command.CommandText = \""
            + Near
            + "\"; command.Parameters.AddWithValue(\"q\", vector); await using var reader = await command.ExecuteReaderAsync(); "
    )]
    [InlineData(
        "using var command = new SqlCommand { CommandText = \"SELECT TOP (5) content FROM docs ORDER BY VECTOR_DISTANCE('cosine', @q, embedding)\" }; using var reader = await command.ExecuteReaderAsync(); "
    )]
    [InlineData(
        "using var command = new SqliteCommand(\"SELECT content FROM docs ORDER BY vec_distance_cosine(embedding, @q) LIMIT 5\", null); using var reader = await command.ExecuteReaderAsync(); "
    )]
    [InlineData(
        "System.Data.Common.DbCommand command = connection.CreateCommand(); command.CommandText = Sql; await using var reader = await command.ExecuteReaderAsync(); "
    )]
    [InlineData("await using var reader = await connection.ExecuteReaderAsync(Sql, new { q = vector }); ")]
    public Task A_reader_reads_passages(string retrieval) => VerifyAsync(retrieval + Read + Handled + AskFirst);

    [Theory]
    // A plain query; a text that is elsewhere; a passage that is measured and no more.
    [InlineData(
        "var rows = await connection.QueryAsync<string>(\"" + Plain + "\", new { q = question }); var found = string.Join(\"\\n\", rows); "
    )]
    [InlineData("var rows = await connection.QueryAsync<string>(table, new { q = vector }); var found = string.Join(\"\\n\", rows); ")]
    [InlineData(
        "var rows = await connection.QueryAsync<string>(File.ReadAllText(\"near.sql\"), new { q = vector }); var found = string.Join(\"\\n\", rows); "
    )]
    [InlineData(
        "var rows = await db.Docs.FromSqlRaw(\""
            + Plain
            + "\", question).Select(d => d.Content).ToListAsync(); var found = string.Join(\"\\n\", rows); "
    )]
    [InlineData(
        "await using var command = new NpgsqlCommand(\""
            + Plain
            + "\", connection); await using var reader = await command.ExecuteReaderAsync(); "
            + Read
    )]
    [InlineData(
        "await using var command = new NpgsqlCommand(table, connection); await using var reader = await command.ExecuteReaderAsync(); "
            + Read
    )]
    [InlineData("var rows = Rows.QueryAsync(\"" + Near + "\"); var found = string.Join(\"\\n\", rows); ")]
    [InlineData("var n = await connection.ExecuteAsync(\"" + Near + "\"); var found = n.ToString(); ")]
    public Task Any_other_query_is_no_retrieval(string query) => VerifyAsync(query + Handled + AskWithoutTerms);

    [Theory]
    [InlineData(
        "var rows = (await {|RAG5011:connection.QueryAsync<string>|}(Sql, new { q = vector })).ToList(); var found = string.Join(\"\\n\", rows); "
            + Ask
    )]
    [InlineData(
        "await using var command = new NpgsqlCommand(Sql, connection); await using var reader = await {|RAG5011:command.ExecuteReaderAsync|}(); "
            + Read
            + Ask
    )]
    [InlineData(
        "var found = \"\"; using var feed = {|RAG5011:container.GetItemQueryIterator<Doc>|}(\"SELECT TOP 5 c.content FROM c ORDER BY VectorDistance(c.embedding, [1, 2])\"); while (feed.HasMoreResults) { foreach (var doc in await feed.ReadNextAsync()) { found += doc.Content; } } "
            + Ask
    )]
    [InlineData(
        "await using var command = new NpgsqlCommand(Sql, connection); await using var reader = await command.ExecuteReaderAsync(); if (!reader.HasRows) { return null; } "
            + Read
            + Ask
    )]
    [InlineData(
        "await using var command = new NpgsqlCommand(Sql, connection); await using var reader = await command.ExecuteReaderAsync(); var found = await reader.ReadAsync() ? reader.GetString(0) : \"(nothing)\"; "
            + Ask
    )]
    // How many, and how near.
    [InlineData(
        "var rows = await {|RAG5010:connection.QueryAsync<string>|}(\"SELECT content FROM docs ORDER BY embedding <=> @q LIMIT 50\", new { q = vector }); var found = string.Join(\"\\n\", rows); "
            + Handled
            + Ask
    )]
    [InlineData(
        "var rows = await {|RAG5010:db.Docs.FromSql|}($\"SELECT * FROM docs ORDER BY embedding <=> {vector} LIMIT 40\").Select(d => d.Content).ToListAsync(); var found = string.Join(\"\\n\", rows); "
            + Handled
            + Ask
    )]
    [InlineData(
        "var rows = await connection.QueryAsync<string>(\"SELECT content FROM docs WHERE embedding <=> @q < 0.4 ORDER BY embedding <=> @q LIMIT 50\", new { q = vector }); var found = string.Join(\"\\n\", rows); "
            + Handled
            + Ask
    )]
    [InlineData(
        "var rows = await connection.QueryAsync<string>($\"SELECT content FROM docs ORDER BY embedding <=> @q LIMIT {question.Length}\", new { q = vector }); var found = string.Join(\"\\n\", rows); "
            + Handled
            + Ask
    )]
    // They do not get there.
    [InlineData(
        "var asked = await embedder.GenerateVectorAsync(question); var rows = await {|RAG5001:connection.QueryAsync<string>|}(Sql, new { q = asked }); var found = string.Join(\"\\n\", rows); return await chat.GetResponseAsync(\"You are a helpful assistant. \" + question);"
    )]
    [InlineData(
        "var asked = await embedder.GenerateVectorAsync(question); await using var command = new NpgsqlCommand(Sql, connection); command.Parameters.AddWithValue(\"q\", asked); await using var reader = await {|RAG5001:command.ExecuteReaderAsync|}(); "
            + Read
            + "return await chat.GetResponseAsync(\"You are a helpful assistant. \" + question);"
    )]
    [InlineData(
        "var asked = await embedder.GenerateVectorAsync(question); await using var command = new NpgsqlCommand(Sql, connection); command.Parameters.Add(new NpgsqlParameter(\"q\", asked)); await using var reader = await {|RAG5001:command.ExecuteReaderAsync|}(); "
            + Read
            + "return await chat.GetResponseAsync(\"You are a helpful assistant. \" + question);"
    )]
    [InlineData(
        "var asked = await embedder.GenerateVectorAsync(question); await using var command = new NpgsqlCommand(Sql, connection); command.Parameters.Add(new NpgsqlParameter { ParameterName = \"q\", Value = asked }); await using var reader = await {|RAG5001:command.ExecuteReaderAsync|}(); "
            + Read
            + "return await chat.GetResponseAsync(\"You are a helpful assistant. \" + question);"
    )]
    [InlineData(
        "var asked = await embedder.GenerateVectorAsync(question); await using var command = new NpgsqlCommand(Sql, connection); var p = command.Parameters.Add(\"q\", NpgsqlTypes.NpgsqlDbType.Unknown); p.Value = asked; await using var reader = await {|RAG5001:command.ExecuteReaderAsync|}(); "
            + Read
            + "return await chat.GetResponseAsync(\"You are a helpful assistant. \" + question);"
    )]
    [InlineData(
        "var asked = await embedder.GenerateVectorAsync(question); await using var command = new NpgsqlCommand(Sql, connection); command.Parameters.Add(\"q\", NpgsqlTypes.NpgsqlDbType.Unknown).Value = asked; await using var reader = await {|RAG5001:command.ExecuteReaderAsync|}(); "
            + Read
            + "return await chat.GetResponseAsync(\"You are a helpful assistant. \" + question);"
    )]
    // The parameters of another command.
    [InlineData(
        "var asked = await embedder.GenerateVectorAsync(question); await using var other = new NpgsqlCommand(\"\", connection); other.Parameters.AddWithValue(\"q\", asked); await using var command = new NpgsqlCommand(Sql, connection); command.Parameters.AddWithValue(\"q\", vector); await using var reader = await command.ExecuteReaderAsync(); "
            + Read
            + "return await chat.GetResponseAsync(\"You are a helpful assistant. \" + question);"
    )]
    // Where they are put, and what is made of the answer.
    [InlineData(
        "var rows = await connection.QueryAsync<string>(Sql, new { q = vector }); var found = string.Join(\"\\n\", rows); "
            + Handled
            + "return await chat.GetResponseAsync([new {|RAG6003:ChatMessage|}(ChatRole.System, $\"Answer from these passages only: {found}\"), new ChatMessage(ChatRole.User, question)]);"
    )]
    [InlineData(
        "var rows = await connection.QueryAsync<string>(Sql, new { q = vector }); var found = string.Join(\"\\n\", rows); "
            + Handled
            + "var answer = await {|RAG2001:chat.GetResponseAsync|}($\"Answer from these passages only: {found}. The question is: {question}\"); return System.Text.Json.JsonSerializer.Deserialize<Doc>(answer.Text);"
    )]
    [InlineData(
        "var rows = await connection.QueryAsync<string>(\""
            + Plain
            + "\", new { q = vector }); var found = string.Join(\"\\n\", rows); "
            + Handled
            + "var answer = await {|RAG2002:chat.GetResponseAsync|}($\"Answer from these passages only: {found}. The question is: {question}\"); return System.Text.Json.JsonSerializer.Deserialize<Doc>(answer.Text);"
    )]
    public Task What_the_rules_say_of_them(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("var found = string.Join(\"\\n\", await FindAsync(vector)); " + Handled + AskFirst)]
    [InlineData("var found = await FoundAsync(vector); " + Ask, "{|RAG5011:command.ExecuteReaderAsync|}")]
    public Task Through_methods(string statements, string reading = "command.ExecuteReaderAsync") =>
        VerifyAsync(
            statements,
            $$"""
            private async Task<IEnumerable<string>> FindAsync(float[] near) => await connection.QueryAsync<string>(Sql, new { q = near });

            private async Task<string> FoundAsync(float[] near)
            {
                await using var command = new NpgsqlCommand(Sql, connection);
                await using var reader = await {{reading}}();
                {{Read}}
                return found;
            }
            """
        );

    [Theory]
    // Not in text: the order that LINQ puts them into, in a database and in memory.
    [InlineData("var near = await db.Docs.OrderBy(d => d.Near!.CosineDistance(asked)).Take(3).ToListAsync();", true)]
    [InlineData("var near = await {|RAG5011:db.Docs.Where|}(d => d.Near!.CosineDistance(asked) < 0.4).Take(3).ToListAsync();", true)]
    [InlineData("var near = docs.OrderByDescending(d => TensorPrimitives.CosineSimilarity(d.Vector, vector)).Take(3).ToList();", true)]
    [InlineData(
        "var near = docs.Select(d => new { d.Content, Score = TensorPrimitives.CosineSimilarity(d.Vector, vector) }).OrderByDescending(x => x.Score).Take(3).ToList();",
        true
    )]
    [InlineData(
        "var near = docs.Select(d => (d.Content, Score: TensorPrimitives.CosineSimilarity(d.Vector, vector))).OrderByDescending(x => x.Score).Take(3).ToList();",
        true
    )]
    [InlineData(
        "var near = (from d in docs let score = TensorPrimitives.CosineSimilarity(d.Vector, vector) orderby score descending select d).Take(3).ToList();",
        true
    )]
    [InlineData("var near = new[] { docs.MaxBy(d => TensorPrimitives.CosineSimilarity(d.Vector, vector))! };", true)]
    // A loop gives each its score.
    [InlineData(
        "var scored = new List<(Doc Doc, float Score)>(); foreach (var d in docs) { var score = TensorPrimitives.CosineSimilarity(d.Vector, vector); scored.Add((d, score)); } var near = scored.OrderByDescending(s => s.Score).Take(3).Select(s => s.Doc).ToList();",
        true
    )]
    [InlineData(
        "var scores = new Dictionary<Doc, float>(); foreach (var d in docs) { scores[d] = TensorPrimitives.CosineSimilarity(d.Vector, vector); } var near = scores.OrderByDescending(s => s.Value).Take(3).Select(s => s.Key).ToList();",
        true
    )]
    [InlineData(
        "var scored = new List<(Doc Doc, float Score, int Length)>(); foreach (var d in docs) { scored.Add((d, TensorPrimitives.CosineSimilarity(d.Vector, vector), d.Content.Length)); } var near = scored.OrderByDescending(s => s.Length).Take(3).Select(s => s.Doc).ToList();",
        false
    )]
    [InlineData("var near = docs.OrderBy(d => d.Content.Length).Take(3).ToList();", false)]
    [InlineData("var near = docs.OrderByDescending(d => Similar(d.Vector)).Take(3).ToList(); float Similar(float[] v) => v[0];", false)]
    [InlineData("var near = docs; var score = TensorPrimitives.CosineSimilarity(near[0].Vector, vector); Console.WriteLine(score);", false)]
    public Task An_order_by_nearness_retrieves(string statements, bool isRetrieval) =>
        VerifyAsync(
            "var docs = await db.Docs.ToListAsync(); var asked = new Pgvector.Vector(vector); "
                + statements
                + " var found = string.Join(\"\\n\", near.Select(d => d.Content)); "
                + (isRetrieval ? AskFirst : AskWithoutTerms)
        );

    [Theory]
    [InlineData("var rows = connection.QueryAsync<string>(\"SELECT content FROM docs ORDER BY embedding <=> ")]
    [InlineData("var rows = connection.QueryAsync<string>($\"SELECT {")]
    [InlineData("var command = new NpgsqlCommand(; command.CommandText = Sql +; command.ExecuteReader(")]
    public async Task Half_typed(string statements)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(s_rules, [Source(statements, "")], ReferenceSets.VectorDatabases);
        MarkedFindings.AssertNoException(found);
    }

    private static Task VerifyAsync(string statements, string members = "") =>
        MarkedFindings.VerifyAsync(s_rules, Source(statements, members), ReferenceSets.VectorDatabases);

    private static string Source(string statements, string members) =>
        $$"""
            using Dapper;
            using Microsoft.Azure.Cosmos;
            using Microsoft.Data.SqlClient;
            using Microsoft.Data.Sqlite;
            using Microsoft.EntityFrameworkCore;
            using Microsoft.Extensions.AI;
            using Npgsql;
            using Pgvector.EntityFrameworkCore;
            using System.Numerics.Tensors;

            public class Doc { public int Id { get; set; } public string Content { get; set; } = ""; public float[] Vector { get; set; } = []; public Pgvector.Vector? Near { get; set; } }

            public class Shelf : DbContext { public DbSet<Doc> Docs => Set<Doc>(); }

            public static class Rows { public static List<string> QueryAsync(string sql) => [sql]; }

            public class Desk(
                IChatClient chat,
                IEmbeddingGenerator<string, Embedding<float>> embedder,
                NpgsqlConnection connection,
                NpgsqlDataSource source,
                Shelf db,
                Container container
            )
            {
                private const string Sql = "{{Near}}";

                public async Task<object?> RunAsync(string question, string table, float[] vector)
                {
                    {{statements}}
                }

                {{members}}
            }
            """;
}
