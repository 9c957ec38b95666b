using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5009: whatever is nearest goes into the prompt.</summary>
public sealed class PassagesWithoutGateTests
{
    private const string Ask = " return await chat.GetResponseAsync(found + question);";

    [Theory]
    [InlineData("await foreach (var hit in {|RAG5009:pages.SearchAsync|}(question, 3)) { found += hit.Record.Text; }")]
    [InlineData(
        "await foreach (var hit in {|RAG5009:pages.SearchAsync|}(question, 3, new VectorSearchOptions<Page> { Skip = 1 })) { found += hit.Record.Text; }"
    )]
    [InlineData("await foreach (var hit in {|RAG5009:memory.SearchAsync|}(\"docs\", question, 3, 0)) { found += hit.Metadata.Text; }")]
    public Task No_gate(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("await foreach (var hit in pages.SearchAsync(question, 3)) { if (hit.Score > 0.5) { found += hit.Record.Text; } }")]
    [InlineData("await foreach (var hit in pages.SearchAsync(question, 3).Where(h => h.Score > 0.5)) { found += hit.Record.Text; }")]
    [InlineData(
        "await foreach (var hit in pages.SearchAsync(question, 3, new VectorSearchOptions<Page> { ScoreThreshold = 0.5 })) { found += hit.Record.Text; }"
    )]
    [InlineData("await foreach (var hit in pages.SearchAsync(question, 3, Options)) { found += hit.Record.Text; }")]
    // The search has a threshold of its own.
    [InlineData("await foreach (var hit in memory.SearchAsync(\"docs\", question, 3)) { found += hit.Metadata.Text; }")]
    // RAG5010 speaks.
    [InlineData("await foreach (var hit in pages.SearchAsync(question, 30)) { found += hit.Record.Text; }")]
    [InlineData("await foreach (var hit in pages.SearchAsync(question, 3)) { Console.WriteLine(hit.Record.Text); }")]
    public Task A_gate_or_none_needed(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("var found = \"\"; await foreach (var hit in pages.SearchAsync(question, )) { found += hit.Record.Text; }" + Ask)]
    [InlineData(
        "var found = \"\"; await foreach (var hit in pages.SearchAsync(question, 3, new VectorSearchOptions<Page> { ScoreThreshold = })) { found += hit.Record.Text; }"
            + Ask
    )]
    [InlineData("var found = \"\"; await foreach (var hit in pages.SearchAsync(question, 3)) { if (hit. ) found += hit. }" + Ask)]
    [InlineData("var found = await memory.SearchAsync(\"docs\", question, 3, ).Select(h => ; return await chat.GetResponseAsync(found")]
    public async Task Half_typed(string statements) =>
        Assert.Empty(
            await AnalyzerRun.DiagnosticsAsync([new PassagesWithoutGate()], [RetrievalMembers.Source(statements)], ReferenceSets.Latest)
        );

    private static Task VerifyAsync(string statements) =>
        Verify.AnalyzerAsync<PassagesWithoutGate>(
            RetrievalMembers.Source("var found = \"\"; " + statements + Ask, "public VectorSearchOptions<Page>? Options { get; set; }")
        );
}
