using RagAnalyzers.CodeFixes.Retrieval;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Retrieval;

/// <summary>The fix of RAG5005: the vector that the program fills.</summary>
public sealed class SearchWithoutVectorPropertyFixTests
{
    private const string Filled = """
        public async Task FillAsync(string text) => await pages.UpsertAsync(new Page { TextVector = await unknown.GenerateVectorAsync(text) });
        """;

    [Theory]
    [InlineData(
        "await foreach (var hit in {|RAG5005:pages.SearchAsync|}(text, 3)) { }",
        "await foreach (var hit in pages.SearchAsync(text, 3, options: new VectorSearchOptions<Page> { VectorProperty = record => record.TextVector })) { }"
    )]
    [InlineData(
        "await foreach (var hit in {|RAG5005:pages.SearchAsync|}(text, 3, new VectorSearchOptions<Page> { Skip = 3 })) { }",
        "await foreach (var hit in pages.SearchAsync(text, 3, new VectorSearchOptions<Page> { Skip = 3, VectorProperty = record => record.TextVector })) { }"
    )]
    [InlineData(
        "var options = new VectorSearchOptions<Page> { Skip = 3 }; await foreach (var hit in {|RAG5005:pages.SearchAsync|}(text, 3, options)) { }",
        "var options = new VectorSearchOptions<Page> { Skip = 3, VectorProperty = record => record.TextVector }; await foreach (var hit in pages.SearchAsync(text, 3, options)) { }"
    )]
    [InlineData(
        "var options = new VectorSearchOptions<Page>(); options.Skip = 3; await foreach (var hit in {|RAG5005:pages.SearchAsync|}(text, options: options, top: 3)) { }",
        "var options = new VectorSearchOptions<Page> { VectorProperty = record => record.TextVector }; options.Skip = 3; await foreach (var hit in pages.SearchAsync(text, options: options, top: 3)) { }"
    )]
    [InlineData(
        """
            await foreach (var hit in {|RAG5005:pages.SearchAsync|}(
                text, // What is asked.
                top: 3 /* at most */
            )) { }
            """,
        """
            await foreach (var hit in pages.SearchAsync(
                text, // What is asked.
                top: 3, /* at most */
                options: new VectorSearchOptions<Page> { VectorProperty = record => record.TextVector }
            )) { }
            """
    )]
    public Task Named(string before, string after) =>
        Verify.FixAsync<SearchWithoutVectorProperty, SearchWithoutVectorPropertyFix>(Program(before, Filled), Program(after, Filled));

    [Fact]
    public Task Options_in_a_field() =>
        Verify.FixAsync<SearchWithoutVectorProperty, SearchWithoutVectorPropertyFix>(
            Program(
                "await foreach (var hit in {|RAG5005:pages.SearchAsync|}(text, 3, Options)) { }",
                Filled + "\nprivate static readonly VectorSearchOptions<Page> Options = new() { Skip = 3 };"
            ),
            Program(
                "await foreach (var hit in pages.SearchAsync(text, 3, Options)) { }",
                Filled
                    + "\nprivate static readonly VectorSearchOptions<Page> Options = new() { Skip = 3, VectorProperty = record => record.TextVector };"
            )
        );

    [Fact]
    public Task Not_evident() =>
        Verify.NoFixAsync<SearchWithoutVectorProperty, SearchWithoutVectorPropertyFix>(
            Program("await foreach (var hit in {|RAG5005:pages.SearchAsync|}(text, 3)) { }", "")
        );

    private static string Program(string statements, string members) =>
        Indexing.Program(statements, members, SearchWithoutVectorPropertyTests.TwoVectors);
}
