using Microsoft.CodeAnalysis.Testing;
using RagAnalyzers.Rules.Configuration;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Configuration;

public sealed class InvalidOptionTests
{
    private const string NoLength = "it must be a whole number above 0, such as 2000";

    [Fact]
    public Task An_invalid_value_is_reported_once_for_the_first_file_it_holds_for() =>
        VerifyAsync(
            "[*.cs]\nrag_analyzers.formatting_block_length = long\n",
            setup: new TestSetup { OtherSources = ["class D;", "class E;"] },
            expected: Finding("rag_analyzers.formatting_block_length", "long", "Test0.cs", NoLength)
        );

    [Fact]
    public Task The_file_of_a_section_is_named() =>
        VerifyAsync(
            "[Test2.cs]\nrag_analyzers.formatting_block_length = long\n",
            setup: new TestSetup { OtherSources = ["class D;", "class E;"] },
            expected: Finding("rag_analyzers.formatting_block_length", "long", "Test2.cs", NoLength)
        );

    [Fact]
    public Task Two_mistakes_are_two_findings() =>
        VerifyAsync(
            "[*.cs]\nrag_analyzers.Knowledge_Terms = price list # both words\nrag_analyzers.evaluation_type = Contoso.Evals\n",
            expected:
            [
                Finding(
                    "rag_analyzers.knowledge_terms",
                    "price list",
                    "Test0.cs",
                    "'price list' is no single word, such as 'runbook, -stock'"
                ),
                Finding(
                    "rag_analyzers.evaluation_type",
                    "Contoso.Evals",
                    "Test0.cs",
                    "there is no such option; did you mean 'rag_analyzers.evaluation_types'?"
                ),
            ]
        );

    [Fact]
    public Task An_additional_file_shows_the_line()
    {
        const string Text = "[*.cs]\n  rag_analyzers.formatting_block_length = long # characters\n";
        return VerifyAsync(
            Text,
            setup: new TestSetup { AdditionalFiles = [("src/.editorconfig", Text)] },
            expected: Finding("rag_analyzers.formatting_block_length", "long", "Test0.cs", NoLength)
                .WithSpan("src/.editorconfig", 2, 1, 2, 60)
        );
    }

    [Fact]
    public Task Of_two_lines_that_may_be_meant_none_is_shown()
    {
        const string Text = "[*.cs]\nrag_analyzers.formatting_block_length = long\n";
        return VerifyAsync(
            Text,
            setup: new TestSetup { AdditionalFiles = [("src/.editorconfig", Text), ("other/.editorconfig", Text)] },
            expected: Finding("rag_analyzers.formatting_block_length", "long", "Test0.cs", NoLength)
        );
    }

    [Fact]
    public Task Right_values_are_silent() =>
        VerifyAsync(
            """
            [*.cs]
            rag_analyzers.knowledge_terms = runbook, -stock
            rag_analyzers.fine_tuned_models = support-bot, contoso-tuned-*
            rag_analyzers.evaluation_types = Contoso.Evals.EvalRunner
            rag_analyzers.formatting_block_length = 500
            dotnet_diagnostic.RAG1001.severity = error
            """
        );

    [Fact]
    public Task A_section_that_holds_for_no_file_is_not_seen() => VerifyAsync("[*.vb]\nrag_analyzers.formatting_block_length = long\n");

    [Fact]
    public Task Without_an_ai_sdk_nothing_is_read() =>
        Verify.AnalyzerAsync<InvalidOption>(
            "class C;",
            ReferenceSets.NoAi,
            new TestSetup { EditorConfig = "[*.cs]\nrag_analyzers.formatting_block_length = long\n" }
        );

    private static DiagnosticResult Finding(params object[] arguments) => Verify.Finding<InvalidOption>("RAG0002").WithArguments(arguments);

    private static Task VerifyAsync(string editorConfig, TestSetup? setup = null, params DiagnosticResult[] expected) =>
        Verify.AnalyzerAsync<InvalidOption>(
            "class C;",
            ReferenceSets.Latest,
            (setup ?? new TestSetup()) with
            {
                EditorConfig = editorConfig,
            },
            expected
        );
}
