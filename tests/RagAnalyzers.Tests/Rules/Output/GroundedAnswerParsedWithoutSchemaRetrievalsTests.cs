namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2001: every kind of retrieval whose passages reach the prompt.</summary>
public sealed class GroundedAnswerParsedWithoutSchemaRetrievalsTests
{
    [Theory]
    [InlineData("await policies.SearchAsync(question, top: 3).Select(hit => hit.Record.Text).ToListAsync()")]
    [InlineData("await searchable.SearchAsync(question, 3).Select(hit => hit.Record.Text).ToListAsync()")]
    [InlineData("await hybrid.HybridSearchAsync(question, [\"leave\"], 3).Select(hit => hit.Record.Text).ToListAsync()")]
    [InlineData("await (await search.SearchAsync(question)).Results.ToListAsync()")]
    [InlineData("await (await search.GetTextSearchResultsAsync(question)).Results.Select(result => result.Value).ToListAsync()")]
    [InlineData("await (await search.GetSearchResultsAsync(question)).Results.Select(result => ((Policy)result).Text).ToListAsync()")]
    [InlineData("await (await typedSearch.SearchAsync(question)).Results.ToListAsync()")]
    [InlineData(
        "await (await typedSearch.GetTextSearchResultsAsync(question)).Results.Select(result => result.Name + result.Value).ToListAsync()"
    )]
    [InlineData("await (await typedSearch.GetSearchResultsAsync(question)).Results.Select(result => result.Text).ToListAsync()")]
    [InlineData("await memory.SearchAsync(\"policies\", question, limit: 3).Select(hit => hit.Metadata.Text).ToListAsync()")]
    [InlineData("index.Search<Policy>(question).Value.GetResults().Select(result => result.Document.Text)")]
    [InlineData("(await index.SearchAsync<Policy>(question)).Value.GetResults().Select(result => result.Document.Text)")]
    [InlineData(
        "await (await index.SearchAsync<Policy>(question)).Value.GetResultsAsync().Select(result => result.Document.Text).ToListAsync()"
    )]
    [InlineData(
        "index.Search<Azure.Search.Documents.Models.SearchDocument>(question).Value.GetResults().Select(result => (string)result.Document[\"text\"])"
    )]
    [InlineData(
        "index.Search<Azure.Search.Documents.Models.SearchDocument>(question).Value.GetResults().Select(result => result.Document.GetString(\"text\"))"
    )]
    [InlineData(
        "index.Search<Policy>(question).Value.GetResults().SelectMany(result => result.SemanticSearch.Captions).Select(caption => caption.Text)"
    )]
    public Task Passages(string passages) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var passages = {{passages}};
            var response = await {|RAG2001:chat.GetResponseAsync|}($"Answer as JSON.\n{string.Join("\n", passages)}\n{question}");
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Fact]
    public Task Vector_store_text_search() =>
        Desk.ExtensionsAIAsync(
            """
            var found = new Microsoft.SemanticKernel.Data.VectorStoreTextSearch<Policy>(searchable);
            var results = await found.GetTextSearchResultsAsync(question);
            var context = new StringBuilder();
            await foreach (var result in results.Results)
                context.AppendLine(result.Value);
            var response = await {|RAG2001:chat.GetResponseAsync|}(context + question);
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Fact]
    public Task Own_class_that_searches_vectors() =>
        ParsedAnswers.VerifyAsync(
            """
            using System.Text.Json;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.VectorData;

            public record Answer(string Text, double Score);

            public sealed class Handbook(HttpClient http) : IVectorSearchable<string>
            {
                public async IAsyncEnumerable<VectorSearchResult<string>> SearchAsync<TInput>(
                    TInput value,
                    int count,
                    VectorSearchOptions<string>? options = null,
                    [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
                    where TInput : notnull
                {
                    yield return new(await http.GetStringAsync("https://handbook.example/" + value, cancellationToken), 1);
                }

                public object? GetService(Type serviceType, object? serviceKey = null) => null;
            }

            public sealed class Desk(IChatClient chat, Handbook handbook)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var passages = new List<string>();
                    await foreach (var hit in handbook.SearchAsync(question, 3))
                        passages.Add(hit.Record);
                    var response = await {|RAG2001:chat.GetResponseAsync|}(string.Join("\n", passages) + question);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }
            """
        );

    [Theory]
    [InlineData("""await http.GetStringAsync("https://search.example?q=" + question)""")]
    [InlineData("""(await policies.GetAsync("P-1"))!.Text""")]
    [InlineData("""await policies.GetAsync(policy => policy.Id == question, 3).Select(policy => policy.Text).ToListAsync()""")]
    [InlineData("""(await memory.GetAsync("policies", "P-1"))!.Metadata.Text""")]
    [InlineData("""index.GetDocument<Policy>("P-1").Value.Text""")]
    [InlineData("""await File.ReadAllTextAsync("policies.md")""")]
    public Task No_retrieval(string context) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var context = {{context}};
            var response = await {|RAG2002:chat.GetResponseAsync|}($"Answer as JSON.\n{string.Concat(context)}\n{question}");
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );
}
