using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1007: a table of Entity Framework whose rows have a vector, filled while it is empty.</summary>
public sealed class IndexFilledOnceTablesTests
{
    private const string Guarded =
        "if (await db.Chunks.AnyAsync()) return; await {|RAG1007:db.Chunks.AddRangeAsync|}(chunks); await db.SaveChangesAsync();";
    private const string Silenced =
        "if (await db.Chunks.AnyAsync()) return; await db.Chunks.AddRangeAsync(chunks); await db.SaveChangesAsync();";

    [Theory]
    [InlineData(Guarded)]
    [InlineData("if (!await db.Chunks.AnyAsync()) foreach (var c in chunks) {|RAG1007:db.Chunks.Add|}(c);")]
    [InlineData("if (!db.Chunks.AsNoTracking().Any()) { foreach (var c in chunks) { {|RAG1007:db.Add|}(c); } }")]
    [InlineData("if (await db.Set<Chunk>().AnyAsync().ConfigureAwait(false) == false) {|RAG1007:db.AddRange|}(chunks);")]
    [InlineData("var isFilled = await db.Chunks.AnyAsync(); if (!isFilled) { {|RAG1007:db.Chunks.AddRange|}(chunks); }")]
    [InlineData("if (await db.Chunks.CountAsync() == 0) {|RAG1007:db.Chunks.AddRange|}(chunks);")]
    [InlineData("if (db.Chunks.Count() > 0) { return; } {|RAG1007:db.Chunks.AddRange|}(chunks); db.Chunks.AddRange(chunks);")]
    [InlineData(
        "if (await db.Chunks.CountAsync() != 0) return; await FillAsync(chunks);",
        "private async Task FillAsync(List<Chunk> all) => await {|RAG1007:db.Chunks.AddRangeAsync|}(all);"
    )]
    [InlineData(
        "if (!await db.Chunks.AnyAsync()) { var chunk = new Chunk(); chunk.Text = chunks[0].Text; {|RAG1007:db.Chunks.Add|}(chunk); }"
    )]
    // Of some rows, of another table, of nothing.
    [InlineData("foreach (var c in chunks) if (!await db.Chunks.AnyAsync(o => o.Text == c.Text)) db.Chunks.Add(c);")]
    [InlineData("if (!await db.Chunks.Where(o => o.Id > 3).AnyAsync()) db.Chunks.AddRange(chunks);")]
    [InlineData("if (!await db.Notes.AnyAsync()) db.Chunks.AddRange(chunks);")]
    [InlineData("if (!await db.Notes.AnyAsync()) db.Notes.Add(new Note { Text = chunks[0].Text });")]
    [InlineData("if (await db.Chunks.AnyAsync()) db.Chunks.AddRange(chunks);")]
    [InlineData("if (await db.Chunks.CountAsync() < 100) db.Chunks.AddRange(chunks);")]
    [InlineData("if (chunks.Any()) db.Chunks.AddRange(chunks);")]
    [InlineData("db.Chunks.AddRange(chunks);")]
    // What is written is in the program.
    [InlineData("if (!await db.Chunks.AnyAsync()) db.Chunks.Add(new Chunk { Id = 1, Text = \"constant\" });")]
    // There is a way to an update.
    [InlineData(Silenced, "public void Add(Chunk one) => db.Chunks.Add(one);")]
    [InlineData(Silenced, "public void Add(Chunk one) => db.Add(one);")]
    [InlineData(Silenced, "public Task ClearAsync() => db.Chunks.ExecuteDeleteAsync();")]
    [InlineData(Silenced, "public void Forget(Chunk one) => db.Chunks.Remove(one);")]
    [InlineData(Silenced, "public void Change(Chunk one) => db.Update(one);")]
    [InlineData(
        Silenced,
        "public async Task ChangeAsync(int id, string text) { var one = await db.Chunks.FindAsync(id); one!.Text = text; await db.SaveChangesAsync(); }"
    )]
    [InlineData(Silenced, "public Task ClearAsync() => db.Database.ExecuteSqlRawAsync(\"truncate table chunks\");")]
    [InlineData(Silenced, "public void Append(Document document, Chunk one) => document.Chunks.Add(one);")]
    public Task Guards(string statements, string members = "") =>
        Verify.AnalyzerAsync<IndexFilledOnce>(
            $$"""
            using Microsoft.EntityFrameworkCore;
            using Pgvector;

            public class Chunk { public int Id { get; set; } public string Text { get; set; } = ""; public Vector? Embedding { get; set; } }

            public class Note { public int Id { get; set; } public string Text { get; set; } = ""; }

            public class Document { public int Id { get; set; } public List<Chunk> Chunks { get; } = []; }

            public class Library : DbContext
            {
                public DbSet<Chunk> Chunks => Set<Chunk>();

                public DbSet<Note> Notes => Set<Note>();
            }

            public class Desk(Library db)
            {
                public async Task EnsureAsync(List<Chunk> chunks)
                {
                    await Task.Yield();
                    {{statements}}
                }

                {{members}}
            }
            """,
            ReferenceSets.VectorDatabases
        );

    /// <summary>The type that SQL Server has for vectors is generic.</summary>
    [Fact]
    public Task Rows_of_sql_server() =>
        Verify.AnalyzerAsync<IndexFilledOnce>(
            """
            using Microsoft.Data.SqlTypes;
            using Microsoft.EntityFrameworkCore;

            public class Chunk { public int Id { get; set; } public string Text { get; set; } = ""; public SqlVector<float> Embedding { get; set; } }

            public class Library : DbContext { public DbSet<Chunk> Chunks => Set<Chunk>(); }

            public class Desk(Library db)
            {
                public async Task EnsureAsync(List<Chunk> chunks)
                {
                    if (!await db.Chunks.AnyAsync())
                        {|RAG1007:db.Chunks.AddRange|}(chunks);
                }
            }
            """,
            [.. ReferenceSets.VectorDatabases.Where(static r => r.Display?.Contains("Pgvector", StringComparison.Ordinal) != true)]
        );

    [Theory]
    [InlineData("if (!await db.Chunks.AnyAsync()) db.Chunks.")]
    [InlineData("if (!await db..AnyAsync()) db.Chunks.Add(")]
    [InlineData("if (await db.Chunks.CountAsync() == ) db.Chunks.AddRange(, );")]
    public async Task Half_typed_code(string statements) =>
        MarkedFindings.AssertNoException(
            await AnalyzerRun.DiagnosticsAsync(
                [new IndexFilledOnce()],
                [
                    $$"""
                    using Microsoft.EntityFrameworkCore;
                    public class Chunk { public Pgvector.Vector? Embedding { get; set; } }
                    public class Library : DbContext { public DbSet<Chunk> Chunks => Set<Chunk>(); }
                    public class Desk(Library db) { public async Task EnsureAsync() { {{statements}} } }
                    """,
                ],
                ReferenceSets.VectorDatabases
            )
        );
}
