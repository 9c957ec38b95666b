using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>The project's own knowledge terms, from .editorconfig.</summary>
public sealed class FineTuningOnChangingDocumentsConfiguredTermsTests
{
    private const string Runbooks =
        """var runbooks = db.Rows.Select(r => r.Body).ToList(); var training = string.Join("\n", runbooks.Select(r => JsonSerializer.Serialize(new { text = r })));""";

    private const string Prices =
        """var prices = db.Rows.Select(r => r.Body).ToList(); var training = string.Join("\n", prices.Select(r => JsonSerializer.Serialize(new { text = r })));""";

    [Fact]
    public Task An_unknown_name_is_no_sign() => VerifyAsync(Runbooks, null);

    [Theory]
    [InlineData("runbook")]
    [InlineData("tariff, Runbooks")]
    public Task A_configured_term_is_a_sign(string terms) =>
        VerifyAsync(Runbooks, $"rag_analyzers.knowledge_terms = {terms}", "a database query on 'Rows', the name 'runbooks'");

    [Fact]
    public Task A_term_of_another_section_is_not() => VerifyAsync(Runbooks, "[Other.cs]\nrag_analyzers.knowledge_terms = runbook");

    [Fact]
    public Task A_built_in_term_is_a_sign() => VerifyAsync(Prices, null, "a database query on 'Rows', the name 'prices'");

    [Fact]
    public Task A_built_in_term_that_is_taken_away_is_not() => VerifyAsync(Prices, "rag_analyzers.knowledge_terms = -price");

    private static Task VerifyAsync(string statements, string? option, string? evidence = null)
    {
        var marked = evidence is null ? "fineTuning.FineTuneAsync" : "{|#0:fineTuning.FineTuneAsync|}";
        const string Upload = """files.UploadFileAsync(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune)""";
        var source = Training.InMethod(
            $$"""
            {{statements}}
            OpenAIFile file = await {{(evidence is null ? Upload : $"{{|#1:{Upload}|}}")}};
            await {{marked}}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
            """,
            Training.Database
        );
        return Verify.AnalyzerAsync<FineTuningOnChangingDocuments>(
            source,
            setup: new TestSetup { EditorConfig = "[*.cs]\n" + option, ExtraReferences = Libraries.EntityFramework },
            expected: evidence is null
                ? []
                : [Verify.Finding<FineTuningOnChangingDocuments>("RAG1001").WithLocation(0).WithLocation(1).WithArguments(evidence)]
        );
    }
}
