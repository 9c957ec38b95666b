using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5014: the search fails, and nobody says so.</summary>
public sealed class SwallowedRetrievalFailureTests
{
    private const string Ask =
        " return await chat.GetResponseAsync($\"Answer from these passages: {found}. The question is: {question}\");";

    [Theory]
    [InlineData("catch { }")]
    [InlineData("catch (Exception) { }")]
    [InlineData("catch (Exception e) { logger.LogError(e, \"failed\"); }")]
    [InlineData("catch (Exception e) { logger.LogError(e, \"failed\"); found = \"\"; }")]
    [InlineData("catch (Exception e) { found = e.Message; }")]
    [InlineData("catch (HttpRequestException) { found = string.Empty; }")]
    [InlineData("catch (OperationCanceledException) { throw; } catch (Exception) { }")]
    public Task Goes_on_with_nothing(string handler) => VerifyAsync(Searching("{|RAG5014:pages.SearchAsync|}", handler) + Ask);

    [Theory]
    [InlineData("catch (Exception) { throw; }")]
    [InlineData("catch (Exception e) { throw new InvalidOperationException(\"search\", e); }")]
    [InlineData("catch (Exception) { return \"The search failed.\"; }")]
    [InlineData("catch (Exception) { found = \"The search failed; say so.\"; }")]
    [InlineData("catch (Exception e) { found = $\"The search failed: {e.Message}\"; }")]
    [InlineData("catch (Exception e) { Console.WriteLine(e.Message); }")]
    [InlineData("catch (Exception e) { Failed?.Invoke(e); }")]
    [InlineData("catch (Exception) { failed = true; }")]
    [InlineData("catch (OperationCanceledException) { }")]
    [InlineData("catch (Exception e) when (e.Message.Length > 3) { }")]
    public Task Somebody_hears_of_it(string handler) =>
        VerifyAsync(
            "var failed = false; "
                + Searching("pages.SearchAsync", handler)
                + Ask.Replace("{question}", "{question} {failed}", StringComparison.Ordinal),
            "public Action<Exception>? Failed { get; set; }"
        );

    [Theory]
    [InlineData("return \"\";")]
    [InlineData("return null!;")]
    [InlineData("logger.LogError(\"failed\"); return string.Empty;")]
    public Task In_the_method_that_searches(string handler) =>
        VerifyAsync(
            "var found = await FindAsync(question);" + Ask,
            Method("{|RAG5014:pages.SearchAsync|}", "catch (Exception) { " + handler + " }")
        );

    [Theory]
    [InlineData("return [];")]
    [InlineData("return new List<string>();")]
    [InlineData("return Array.Empty<string>();")]
    [InlineData("return Enumerable.Empty<string>();")]
    public Task An_empty_list(string handler) =>
        VerifyAsync(
            "var list = await FindAsync(question); var found = string.Join(\"\\n\", list);" + Ask,
            "private async Task<IEnumerable<string>> FindAsync(string text) { try { return await {|RAG5014:pages.SearchAsync|}(text, 3).Select(h => h.Record.Text).ToListAsync(); } catch (Exception) { "
                + handler
                + " } }"
        );

    [Fact]
    public Task Around_the_method_that_searches() =>
        VerifyAsync(
            "var found = \"\"; try { found = await {|RAG5014:FindAsync|}(question); } catch (Exception) { }" + Ask,
            "private async Task<string> FindAsync(string text) { var found = \"\"; await foreach (var hit in pages.SearchAsync(text, 3)) { found += hit.Record.Text; } return found; }"
        );

    [Theory]
    [InlineData(
        "private Task<string> LookAsync(string text) => FindAsync(text); private async Task<string> FindAsync(string text) { try { var found = \"\"; await foreach (var hit in {|RAG5014:pages.SearchAsync|}(text, 3)) { found += hit.Record.Text; } return found; } catch (Exception) { return \"\"; } }"
    )]
    [InlineData(
        "private async Task<string> LookAsync(string text) { try { return await {|RAG5014:FindAsync|}(text); } catch (Exception) { return \"\"; } } private async Task<string> FindAsync(string text) { var found = \"\"; await foreach (var hit in pages.SearchAsync(text, 3)) { found += hit.Record.Text; } return found; }"
    )]
    [InlineData(
        "private async Task<string> LookAsync(string text) { var found = await FindAsync(text); return found == \"\" ? \"The handbook is not there.\" : found; } private async Task<string> FindAsync(string text) { try { var found = \"\"; await foreach (var hit in pages.SearchAsync(text, 3)) { found += hit.Record.Text; } return found; } catch (Exception) { return \"\"; } }"
    )]
    [InlineData(
        "private async Task<string> LookAsync(string text) { var hits = await FindAsync(text); return string.Join(\" \", hits.Select(h => h.Text)); } private async Task<List<Snippet>> FindAsync(string text) { try { return await {|RAG5014:pages.SearchAsync|}(text, 3).Select(h => new Snippet { Text = h.Record.Text }).ToListAsync(); } catch (Exception) { return []; } } private sealed class Snippet { public string Text { get; init; } = \"\"; }"
    )]
    public Task A_service_stands_between(string members) => VerifyAsync("var found = await LookAsync(question);" + Ask, members);

    [Theory]
    [InlineData("var found = await FindAsync(question); if (found == \"\") { return \"The handbook is not there.\"; }" + Ask)]
    [InlineData("return await FindAsync(question);")]
    public Task The_caller_looks(string statements) =>
        VerifyAsync(statements, Method("pages.SearchAsync", "catch (Exception) { return \"\"; }"));

    [Theory]
    [InlineData("return await AskAsync(question, found);", "catch (Exception) { }", true)]
    [InlineData(
        "var answer = await AskAsync(question, found); return answer;",
        "catch (Exception e) { logger.LogError(e, \"failed\"); }",
        true
    )]
    [InlineData("return await AskAsync(question, found);", "catch (Exception) { return \"The search failed.\"; }", false)]
    [InlineData("return await AskAsync(question, found);", "catch (Exception) { throw; }", false)]
    [InlineData("return found == \"\" ? \"Nothing.\" : await AskAsync(question, found);", "catch (Exception) { }", false)]
    [InlineData("return \"\";", "catch (Exception) { return await AskAsync(question, \"\"); }", false)]
    public Task Another_method_asks(string statements, string handler, bool isSwallowed) =>
        VerifyAsync(
            Searching(isSwallowed ? "{|RAG5014:pages.SearchAsync|}" : "pages.SearchAsync", handler) + statements,
            "private async Task<object> AskAsync(string question, string found) { " + Ask + " }"
        );

    [Fact]
    public Task Another_method_asks_in_the_same_try() =>
        VerifyAsync(
            "try { var found = \"\"; await foreach (var hit in pages.SearchAsync(question, 3)) { found += hit.Record.Text; } return await AskAsync(question, found); } catch (Exception) { } return null!;",
            "private async Task<object> AskAsync(string question, string found) { " + Ask + " }"
        );

    [Fact]
    public Task The_model_is_not_asked_where_the_search_fails() =>
        VerifyAsync(
            "try { var found = \"\"; await foreach (var hit in pages.SearchAsync(question, 3)) { found += hit.Record.Text; } "
                + Ask
                + " } catch (Exception) { } return null;"
        );

    private static string Searching(string search, string handler) =>
        $"var found = \"\"; try {{ await foreach (var hit in {search}(question, 3)) {{ found += hit.Record.Text; }} }} {handler}";

    private static string Method(string search, string handler) =>
        $"private async Task<string> FindAsync(string question) {{ {Searching(search, handler)} return found; }}";

    [Theory]
    [InlineData("{ found += hit.Record.Text; } } catch (")]
    [InlineData("{ found += hit.Record.Text; } } catch (Exception e) { found = ; }")]
    [InlineData("{ found += hit. } } catch { }")]
    [InlineData("")]
    public async Task Half_typed(string statements) =>
        Assert.Empty(
            await AnalyzerRun.DiagnosticsAsync(
                [new SwallowedRetrievalFailure()],
                [
                    RetrievalMembers.Source(
                        "var found = \"\"; try { await foreach (var hit in pages.SearchAsync(question, 3)) " + statements + Ask
                    ),
                ],
                ReferenceSets.Latest
            )
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<SwallowedRetrievalFailure>(RetrievalMembers.Source(statements, members));
}
