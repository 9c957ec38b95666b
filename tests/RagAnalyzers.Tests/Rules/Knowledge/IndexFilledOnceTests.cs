using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1007: an index that is filled when it is missing.</summary>
public sealed class IndexFilledOnceTests
{
    [Theory]
    [InlineData("if (await pages.CollectionExistsAsync()) return; await {|RAG1007:pages.UpsertAsync|}(page);")]
    [InlineData(
        "if (!await pages.CollectionExistsAsync()) { await pages.EnsureCollectionExistsAsync(); await {|RAG1007:pages.UpsertAsync|}(page); }"
    )]
    [InlineData(
        "var exists = await pages.CollectionExistsAsync(); if (!exists) foreach (var t in texts) await {|RAG1007:pages.UpsertAsync|}(new Page { Text = t });"
    )]
    [InlineData("""if (await store.CollectionExistsAsync("p") == false) await {|RAG1007:pages.UpsertAsync|}(page);""")]
    [InlineData("if (await pages.CollectionExistsAsync() is false) await {|RAG1007:pages.UpsertAsync|}(page);")]
    [InlineData("if (await pages.CollectionExistsAsync() is not true) await {|RAG1007:pages.UpsertAsync|}(page);")]
    [InlineData("if (await pages.CollectionExistsAsync() is true) { return; } await {|RAG1007:pages.UpsertAsync|}(page);")]
    // Two writes that fill the index are one mistake.
    [InlineData(
        "if (await pages.CollectionExistsAsync()) return; foreach (var t in texts) await {|RAG1007:pages.UpsertAsync|}(new Page { Text = t }); await pages.UpsertAsync(page);"
    )]
    // Another version gets an index of its own; a name that is given is one name.
    [InlineData(
        "var mine = store.GetCollection<string, Page>($\"pages-{texts.Count}\"); if (await mine.CollectionExistsAsync()) return; await mine.UpsertAsync(page);"
    )]
    [InlineData(
        "var name = \"pages-\" + text; var mine = store.GetCollection<string, Page>(name); if (await mine.CollectionExistsAsync()) return; await mine.UpsertAsync(page);"
    )]
    [InlineData(
        "var mine = store.GetCollection<string, Page>(text); if (await mine.CollectionExistsAsync()) return; await {|RAG1007:mine.UpsertAsync|}(page);"
    )]
    // What is deleted where there is nothing is no update.
    [InlineData(
        "if (await pages.CollectionExistsAsync()) return; await pages.EnsureCollectionDeletedAsync(); await {|RAG1007:pages.UpsertAsync|}(page);"
    )]
    [InlineData("await pages.EnsureCollectionDeletedAsync(); if (!await pages.CollectionExistsAsync()) await pages.UpsertAsync(page);")]
    [InlineData("if (await pages.CollectionExistsAsync() is not false) await pages.UpsertAsync(page);")]
    [InlineData("if (await pages.CollectionExistsAsync()) await pages.UpsertAsync(page);")]
    [InlineData("if (!await pages.CollectionExistsAsync()) await pages.EnsureCollectionExistsAsync(); await pages.UpsertAsync(page);")]
    [InlineData("if (texts.Count == 0) return; await pages.UpsertAsync(page);")]
    [InlineData("""if (await pages.CollectionExistsAsync()) return; await pages.UpsertAsync(new Page { Id = "1", Text = "constant" });""")]
    [InlineData(
        "if (await pages.CollectionExistsAsync()) { await pages.EnsureCollectionDeletedAsync(); return; } await pages.UpsertAsync(page);"
    )]
    public Task Guards(string statements) => Verify.AnalyzerAsync<IndexFilledOnce>(Indexing.Program(statements));

    /// <summary>A flag that nobody sets is no way to an update.</summary>
    [Theory]
    [InlineData("await EnsureAsync(page);", "if (await pages.CollectionExistsAsync() && !refresh) return;", true)]
    [InlineData("await EnsureAsync(page, false);", "if (!refresh && await pages.CollectionExistsAsync()) return;", true)]
    [InlineData("await EnsureAsync(page);", "if (!await pages.CollectionExistsAsync() || refresh)", true)]
    [InlineData("await EnsureAsync(page, texts.Count > 0);", "if (await pages.CollectionExistsAsync() && !refresh) return;", false)]
    [InlineData(
        "await EnsureAsync(page); await EnsureAsync(page, true);",
        "if (await pages.CollectionExistsAsync() && !refresh) return;",
        false
    )]
    [InlineData("await EnsureAsync(page);", "if (await pages.CollectionExistsAsync() || refresh)", false)]
    public Task Update_flag(string call, string guard, bool isWrong) =>
        Verify.AnalyzerAsync<IndexFilledOnce>(
            Indexing.Program(
                call,
                $$"""
                private async Task EnsureAsync(Page one, bool refresh = false)
                {
                    {{guard}}
                    await {{(isWrong ? "{|RAG1007:pages.UpsertAsync|}" : "pages.UpsertAsync")}}(one);
                }
                """
            )
        );

    [Fact]
    public Task Another_writer() =>
        Verify.AnalyzerAsync<IndexFilledOnce>(
            Indexing.Program(
                "if (await pages.CollectionExistsAsync()) return; await pages.UpsertAsync(page);",
                "public Task UpdateAsync(Page page) => pages.UpsertAsync(page);"
            )
        );

    [Fact]
    public Task Guarded_by_the_caller() =>
        Verify.AnalyzerAsync<IndexFilledOnce>(
            Indexing.Program(
                "if (!await pages.CollectionExistsAsync()) await FillAsync(texts);",
                "private async Task FillAsync(List<string> all) { foreach (var t in all) await {|RAG1007:pages.UpsertAsync|}(new Page { Text = t }); }"
            )
        );

    /// <summary>The rows of a table are not in the program, also where its property gets nothing that can be seen.</summary>
    [Theory]
    [InlineData("Held", "public static List<string> Rows { get; set; } = null!;")]
    [InlineData("Held", "public static List<string> Rows { get; set; } = default!;")]
    [InlineData("new Held()", "public List<string> Rows { get; set; } = null!;")]
    public Task Rows_in_an_application(string context, string table) =>
        Verify.AnalyzerAsync<IndexFilledOnce>(
            Indexing
                .Program(
                    "if (await pages.CollectionExistsAsync()) return; foreach (var t in "
                        + context
                        + ".Rows) await {|RAG1007:pages.UpsertAsync|}(new Page { Text = t });",
                    types: Indexing.Page384 + "\npublic class Held : EventArgs { " + table + " }"
                )
                .Replace("public class Index(", "Console.WriteLine();\npublic class Index(", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("public class InMemoryVectorStore { }")]
    [InlineData("public static class Services { public static void AddInMemoryVectorStoreRecordCollection() { } }")]
    [InlineData("namespace Connectors.InMemory { public class Store { } }")]
    public Task In_memory(string store) =>
        Verify.AnalyzerAsync<IndexFilledOnce>(
            Indexing.Program(
                "if (await pages.CollectionExistsAsync()) return; await pages.UpsertAsync(page);",
                types: Indexing.Page384 + "\n" + store
            )
        );
}
