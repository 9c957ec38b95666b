using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5010: many are asked for, and all of them are sent.</summary>
public sealed class ManyPassagesUnrankedTests
{
    private const string Ask = " return await chat.GetResponseAsync(found + question);";

    [Theory]
    [InlineData("await foreach (var hit in {|RAG5010:pages.SearchAsync|}(question, 20)) { found += hit.Record.Text; }")]
    [InlineData("await foreach (var hit in {|RAG5010:pages.SearchAsync|}(question, Top)) { found += hit.Record.Text; }")]
    [InlineData("var top = 50; await foreach (var hit in {|RAG5010:pages.SearchAsync|}(question, top)) { found += hit.Record.Text; }")]
    [InlineData("found = string.Join(\" \", await {|RAG5010:pages.SearchAsync|}(question, 50).Select(h => h.Record.Text).ToListAsync());")]
    // A name stands beside the text, and whether there are any decides nothing about the many.
    [InlineData(
        "var all = new List<string>(); await foreach (var hit in {|RAG5010:pages.SearchAsync|}(question, 50)) { all.Add($\"[{hit.Record.Id}] {hit.Record.Text}\"); } if (all.Count == 0) { return null; } found = string.Join(\" \", all);"
    )]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 50).ToListAsync(); found = Joined(hits);",
        "private static string Joined(List<VectorSearchResult<Page>> hits) => string.Join(\" \", hits.Select(h => h.Record.Text));",
        true
    )]
    // What a helper asks for is what all of its callers pass, or its default; a private field may keep the helper.
    [InlineData(
        "found = await Find(question, 40);",
        "private async Task<string> Find(string text, int top) { var all = \"\"; await foreach (var hit in pages.SearchAsync(text, top)) { all += hit.Record.Text; } return all; }",
        true
    )]
    [InlineData(
        "found = await Find(\"What is new?\");",
        "private async Task<string> Find(string text, int top = 30) { var all = \"\"; await foreach (var hit in pages.SearchAsync(text, top)) { all += hit.Record.Text; } return all; }",
        true
    )]
    [InlineData(
        "found = await new Finder(pages).FindAsync(question);",
        "private sealed class Finder { private readonly Func<string, Task<string>> _find; public Finder(VectorStoreCollection<string, Page> pages) => _find = async text => { var all = \"\"; await foreach (var hit in pages.SearchAsync(text, 30)) { all += hit.Record.Text; } return all; }; public Task<string> FindAsync(string text) => _find(text); }",
        true
    )]
    [InlineData(
        "var hits = await {|RAG5010:search.GetTextSearchResultsAsync|}(question, new Microsoft.SemanticKernel.Data.TextSearchOptions { Top = 30 }); await foreach (var hit in hits.Results) { found += hit.Value; }"
    )]
    [InlineData(
        "var hits = await {|RAG5010:index.SearchAsync<Page>|}(question, new SearchOptions { Size = 25 }); await foreach (var hit in hits.Value.GetResultsAsync()) { found += hit.Document.Text; }"
    )]
    [InlineData(
        "var hits = await {|RAG5010:index.SearchAsync<Page>|}(null, new SearchOptions { VectorSearch = new() { Queries = { new VectorizedQuery(new float[3]) { KNearestNeighborsCount = 40, Fields = { \"v\" } } } } }); await foreach (var hit in hits.Value.GetResultsAsync()) { found += hit.Document.Text; }"
    )]
    public Task All_are_sent(string statements, string members = "", bool unmarked = false) =>
        VerifyAsync(unmarked ? Marked(statements) : statements, unmarked ? Marked(members) : members);

    private static string Marked(string code) =>
        code.Replace("pages.SearchAsync", "{|RAG5010:pages.SearchAsync|}", StringComparison.Ordinal);

    [Theory]
    [InlineData("await kernel.InvokePromptAsync(Template, new() { [\"passages\"] = found, [\"q\"] = question })")]
    [InlineData("await kernel.InvokePromptAsync(Template, new KernelArguments { { \"passages\", found }, { \"q\", question } })")]
    [InlineData("await kernel.CreateFunctionFromPrompt(Template).InvokeAsync(kernel, Of(found, question))")]
    public Task All_are_put_into_the_arguments_of_a_template(string ask) =>
        Verify.AnalyzerAsync<ManyPassagesUnranked>(
            RetrievalMembers.Source(
                $"var found = string.Join(\" \", await {{|RAG5010:pages.SearchAsync|}}(question, 50).Select(h => h.Record.Text).ToListAsync()); return {ask};",
                """
                private const string Template = "Answer from these passages: {{$passages}}. The question is: {{$q}}";

                private static KernelArguments Of(string passages, string question)
                {
                    var arguments = new KernelArguments();
                    arguments["passages"] = passages;
                    arguments["q"] = question;
                    return arguments;
                }
                """
            )
        );

    [Theory]
    [InlineData("await foreach (var hit in pages.SearchAsync(question, 19)) { found += hit.Record.Text; }")]
    [InlineData("await foreach (var hit in pages.SearchAsync(question, question.Length)) { found += hit.Record.Text; }")]
    [InlineData("await foreach (var hit in pages.SearchAsync(question, 50)) { if (hit.Score > 0.5) { found += hit.Record.Text; } }")]
    [InlineData(
        "await foreach (var hit in pages.SearchAsync(question, 50, new VectorSearchOptions<Page> { ScoreThreshold = 0.5 })) { found += hit.Record.Text; }"
    )]
    [InlineData("await foreach (var hit in pages.SearchAsync(question, 50).Take(5)) { found += hit.Record.Text; }")]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 50).ToListAsync(); found = string.Join(\" \", hits.DistinctBy(h => h.Record.Id).Select(h => h.Record.Text));"
    )]
    [InlineData(
        "await foreach (var hit in pages.SearchAsync(question, 50)) { if (hit.Record.Id == \"News\") { found += hit.Record.Text; } }"
    )]
    [InlineData(
        "await foreach (var hit in pages.SearchAsync(question, 50)) { if (found.Length > 4000) { break; } found += hit.Record.Text; }"
    )]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 50).ToListAsync(); found = string.Join(\" \", Rerank(hits).Select(h => h.Record.Text));",
        "private static List<VectorSearchResult<Page>> Rerank(List<VectorSearchResult<Page>> hits) => hits;"
    )]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 50).ToListAsync(); found = Choose(hits);",
        "public Func<object, string> Choose { get; set; } = _ => \"\";"
    )]
    [InlineData(
        "await foreach (var hit in pages.SearchAsync(question, 50)) { found += hit.Record.Text; } found = (await chat.GetResponseAsync(\"Which of these are about the question? \" + found)).Text;"
    )]
    [InlineData(
        "var hits = await index.SearchAsync<Page>(question, new SearchOptions { Size = 50, QueryType = Azure.Search.Documents.Models.SearchQueryType.Semantic }); await foreach (var hit in hits.Value.GetResultsAsync()) { found += hit.Document.Text; }"
    )]
    [InlineData("await foreach (var hit in pages.SearchAsync(question, 50)) { Console.WriteLine(hit.Record.Text); }")]
    [InlineData(
        "var hits = await index.SearchAsync<Page>(null, new SearchOptions { Size = 5, VectorSearch = new() { Queries = { new VectorizedQuery(new float[3]) { KNearestNeighborsCount = 40 } } } }); await foreach (var hit in hits.Value.GetResultsAsync()) { found += hit.Document.Text; }"
    )]
    [InlineData(
        "var hits = await index.SearchAsync<Page>(null, new SearchOptions { VectorSearch = new() { Queries = { new VectorizedQuery(new float[3]) { KNearestNeighborsCount = 5 } } } }); await foreach (var hit in hits.Value.GetResultsAsync()) { found += hit.Document.Text; }"
    )]
    [InlineData(
        "var hits = await index.SearchAsync<Page>(null, new SearchOptions { VectorSearch = new() { Queries = { new VectorizedQuery(new float[3]) { KNearestNeighborsCount = question.Length } } } }); await foreach (var hit in hits.Value.GetResultsAsync()) { found += hit.Document.Text; }"
    )]
    // One caller asks for few; a field keeps another helper as well.
    [InlineData(
        "found = await Find(question, 40) + await Find(\"more\", 4);",
        "private async Task<string> Find(string text, int top) { var all = \"\"; await foreach (var hit in pages.SearchAsync(text, top)) { all += hit.Record.Text; } return all; }"
    )]
    [InlineData(
        "found = await new Finder(pages).FindAsync(question);",
        "private sealed class Finder { private readonly Func<string, Task<string>> _find; public Finder(VectorStoreCollection<string, Page> pages) => _find = async text => { var all = \"\"; await foreach (var hit in pages.SearchAsync(text, 30)) { all += hit.Record.Text; } return all; }; public Func<string, Task<string>> Handed => _find; public Task<string> FindAsync(string text) => _find(text); }"
    )]
    public Task Chosen_or_few(string statements, string members = "") => VerifyAsync(statements, members);

    [Theory]
    [InlineData("await foreach (var hit in pages.SearchAsync(question, )) { found += hit.Record.Text; }")]
    [InlineData("await foreach (var hit in pages.SearchAsync(question, 50)) { found += hit. }")]
    [InlineData("var hits = await pages.SearchAsync(question, 50).Where(h => h.).ToListAsync(); found = hits")]
    [InlineData("await kernel.InvokePromptAsync(\"{{$p}}\", new() { [\"p\"] = pages.SearchAsync(question, 50). });")]
    public async Task Half_typed(string statements) =>
        Assert.Empty(
            await AnalyzerRun.DiagnosticsAsync(
                [new ManyPassagesUnranked()],
                [RetrievalMembers.Source("var found = \"\"; " + statements + Ask)],
                ReferenceSets.Latest
            )
        );

    private static Task VerifyAsync(string statements, string members) =>
        Verify.AnalyzerAsync<ManyPassagesUnranked>(
            "using Azure.Search.Documents.Models;\n"
                + RetrievalMembers.Source("var found = \"\"; " + statements + Ask, "private const int Top = 40; " + members)
        );
}
