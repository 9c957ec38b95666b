using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Configuration.Options;

namespace RagAnalyzers.Tests.Configuration.Options;

public sealed class RuleOptionsTests
{
    [Fact]
    public void Nothing_set_is_the_default()
    {
        var options = Read();
        Assert.Empty(options.KnowledgeTerms.Added);
        Assert.Empty(options.KnowledgeTerms.Removed);
        Assert.False(options.FineTunedModels.Match("gpt-4.1"));
        Assert.False(options.EvaluationTypes.Contain("Contoso.Evals.EvalRunner"));
        Assert.Equal(RuleOptions.DefaultFormattingBlockLength, options.FormattingBlockLength);
        Assert.Empty(options.Errors);
    }

    [Theory]
    [InlineData("runbook", new[] { "runbook" }, new string[0])]
    [InlineData("Runbook, TARIFF,", new[] { "runbook", "tariff" }, new string[0])]
    [InlineData("-stock,runbook , -docs", new[] { "runbook" }, new[] { "stock", "docs" })]
    [InlineData("", new string[0], new string[0])]
    public void Knowledge_terms_are_added_and_taken_away(string value, string[] added, string[] removed)
    {
        var options = Read(("rag_analyzers.knowledge_terms", value));
        Assert.Equal(added, options.KnowledgeTerms.Added);
        Assert.Equal(removed, options.KnowledgeTerms.Removed);
        Assert.Empty(options.Errors);
    }

    [Theory]
    [InlineData("support-bot", "support-bot", true)]
    [InlineData("support-bot", "Support-Bot", true)]
    [InlineData("support-bot", "support-bot-2", false)]
    [InlineData("a, contoso-tuned-*", "contoso-tuned-7", true)]
    [InlineData("contoso-tuned-*", "my-contoso-tuned-7", false)]
    [InlineData("*tuned*", "my-tuned", true)]
    [InlineData("llama3.1", "llama301", false)]
    [InlineData("contoso/llama:tuned", "contoso/llama:tuned", true)]
    public void Fine_tuned_models_are_names_and_patterns(string value, string name, bool matches)
    {
        var options = Read(("rag_analyzers.fine_tuned_models", value));
        Assert.Equal(matches, options.FineTunedModels.Match(name));
        Assert.Empty(options.Errors);
    }

    [Theory]
    [InlineData("Contoso.Evals", "Contoso.Evals.EvalRunner", true)]
    [InlineData("Contoso.Evals.EvalRunner", "Contoso.Evals.EvalRunner", true)]
    [InlineData("Other, Contoso.Evals.EvalRunner", "Contoso.Evals.EvalRunner.Nested", true)]
    [InlineData("Contoso.Evals.EvalRunner", "Contoso.Evals.EvalRunners", false)]
    [InlineData("Contoso.Evals.EvalRunner", "Contoso.Evals", false)]
    [InlineData("EvalRunner", "EvalRunner", true)]
    public void Evaluation_types_are_types_and_namespaces(string value, string type, bool contains)
    {
        var options = Read(("rag_analyzers.evaluation_types", value));
        Assert.Equal(contains, options.EvaluationTypes.Contain(type));
        Assert.Empty(options.Errors);
    }

    [Theory]
    [InlineData("ours", 512)]
    [InlineData("mxbai-embed-large:335m", 7)]
    [InlineData("nomic-embed-text", 768)]
    [InlineData("nobodys", null)]
    public void Embedding_models_have_sizes(string name, int? size) =>
        Assert.Equal(
            size,
            Read(("rag_analyzers.embedding_models", "ours:512, mxbai-embed-large:335m:7")).EmbeddingModels.Named(name)?.Dimensions
        );

    [Fact]
    public void Length_is_a_number() => Assert.Equal(500, Read(("rag_analyzers.formatting_block_length", "500")).FormattingBlockLength);

    [Theory]
    [InlineData("rag_analyzers.knowledge_terms", "runbook, price list", "'price list' is no single word, such as 'runbook, -stock'")]
    [InlineData("rag_analyzers.knowledge_terms", "hand-book", "'hand-book' is no single word, such as 'runbook, -stock'")]
    [InlineData(
        "rag_analyzers.fine_tuned_models",
        "support bot",
        "'support bot' is no name of a model, such as 'support-bot, contoso-tuned-*'"
    )]
    [InlineData(
        "rag_analyzers.evaluation_types",
        "Contoso.Evals.",
        "'Contoso.Evals.' is no full name of a type, such as 'Contoso.Evals.EvalRunner'"
    )]
    [InlineData("rag_analyzers.evaluation_types", "List<int>", "'List<int>' is no full name of a type, such as 'Contoso.Evals.EvalRunner'")]
    [InlineData("rag_analyzers.embedding_models", "ours", "'ours' is no name with a size, such as 'our-embeddings:1536'")]
    [InlineData("rag_analyzers.formatting_block_length", "0", "it must be a whole number above 0, such as 2000")]
    [InlineData("rag_analyzers.formatting_block_length", "-5", "it must be a whole number above 0, such as 2000")]
    [InlineData("rag_analyzers.formatting_block_length", "long", "it must be a whole number above 0, such as 2000")]
    [InlineData("rag_analyzers.formatting_block_length", "99999999999", "it must be a whole number above 0, such as 2000")]
    [InlineData("rag_analyzers.formatting_block_length", "", "it must be a whole number above 0, such as 2000")]
    [InlineData("rag_analyzers.knowlege_terms", "runbook", "there is no such option; did you mean 'rag_analyzers.knowledge_terms'?")]
    [InlineData("rag_analyzers.finetuned_model", "x", "there is no such option; did you mean 'rag_analyzers.fine_tuned_models'?")]
    [InlineData("rag_analyzers.severity", "error", "there is no such option, and none like it")]
    [InlineData("rag_analyzers.list_apis", "yes", "it must be 'true' or 'false'")]
    public void What_cannot_be_is_noted(string key, string value, string problem) =>
        Assert.Equal(new OptionError(key, value, problem), Assert.Single(Read((key, value)).Errors));

    [Fact]
    public void Of_a_list_the_right_entries_count()
    {
        var options = Read(("rag_analyzers.knowledge_terms", "runbook, price list, tariff"));
        Assert.Equal(["runbook", "tariff"], options.KnowledgeTerms.Added);
        Assert.Single(options.Errors);
    }

    [Theory]
    [InlineData("rag_analyzer.knowledge_terms")]
    [InlineData("dotnet_diagnostic.RAG1001.severity")]
    public void Others_keys_are_none_of_ours(string key) => Assert.Empty(Read((key, "x")).Errors);

    [Fact]
    public void A_host_that_lists_no_keys_can_still_set_them()
    {
        var options = RuleOptions.Of(new WithoutKeys());
        Assert.Equal(["runbook"], options.KnowledgeTerms.Added);
        Assert.Empty(options.Errors);
    }

    private static RuleOptions Read(params (string Key, string Value)[] set) =>
        RuleOptions.Of(new Set(set.ToDictionary(o => o.Key, o => o.Value)));

    private sealed class Set(Dictionary<string, string> options) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => options.Keys;

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            options.TryGetValue(key, out value);
    }

    private sealed class WithoutKeys : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "rag_analyzers.knowledge_terms" ? "runbook" : null;
            return value is not null;
        }
    }
}
