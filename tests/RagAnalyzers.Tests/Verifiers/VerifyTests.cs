using Microsoft.CodeAnalysis.Testing;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>The verifiers themselves: each must be able to fail.</summary>
public sealed class VerifyTests
{
    [Fact]
    public Task Marked_finding_passes() =>
        Verify.AnalyzerAsync<LiteralAnalyzer>("class C { int M() => {|TEST0001:42|}; }", ReferenceSets.NoAi);

    [Fact]
    public Task Top_level_statements_implicit_usings_and_other_sources_compile() =>
        Verify.AnalyzerAsync<LiteralAnalyzer>(
            """"
            var lines = await File.ReadAllLinesAsync("a.txt");
            Console.WriteLine(lines.Select(line => $$"""{ {{line}}: {{Other.Value}} }""").Count());
            """",
            ReferenceSets.NoAi,
            new TestSetup { OtherSources = ["static class Other { public const int Value = {|TEST0001:42|}; }"] }
        );

    [Fact]
    public Task Experimental_api_is_allowed() =>
        Verify.AnalyzerAsync<LiteralAnalyzer>(
            """
            class C { int M(OpenAI.FineTuning.FineTuningClient client) => client is null ? 1 : 2; }
            """
        );

    [Fact]
    public Task Additional_locations_and_arguments_are_checked() =>
        Verify.AnalyzerAsync<LiteralAnalyzer>(
            "class C { int {|#1:M|}() => {|#0:42|}; }",
            ReferenceSets.NoAi,
            expected: Verify.Finding<LiteralAnalyzer>(LiteralAnalyzer.Id).WithLocation(0).WithLocation(1).WithArguments("M")
        );

    [Fact]
    public Task Editorconfig_is_read() =>
        Verify.AnalyzerAsync<LiteralAnalyzer>(
            "class C { int M() => 42; }",
            ReferenceSets.NoAi,
            new TestSetup { EditorConfig = "[*.cs]\ndotnet_diagnostic.TEST0001.severity = none" }
        );

    [Theory]
    [InlineData("class C { int M() => 42; }")]
    [InlineData("class C { int M() => {|TEST0001:41|}; }")]
    [InlineData("class C { int M() => undefined; }")]
    [InlineData("class C { OpenAI.Chat.ChatClient? M() => null; }")]
    public Task Wrong_expectation_or_broken_source_fails(string source) =>
        Fails(() => Verify.AnalyzerAsync<LiteralAnalyzer>(source, ReferenceSets.NoAi));

    [Fact]
    public Task Wrong_additional_location_fails() =>
        Fails(() =>
            Verify.AnalyzerAsync<LiteralAnalyzer>(
                "class {|#1:C|} { int M() => {|#0:42|}; }",
                ReferenceSets.NoAi,
                expected: Verify.Finding<LiteralAnalyzer>(LiteralAnalyzer.Id).WithLocation(0).WithLocation(1).WithArguments("M")
            )
        );

    [Fact]
    public Task Fix_and_fix_all_pass() =>
        Verify.FixAsync<LiteralAnalyzer, LiteralFix>(
            "class C { int M() => {|TEST0001:42|} + {|TEST0001:42|}; }",
            "class C { int M() => 43 + 43; }",
            ReferenceSets.NoAi,
            new TestSetup
            {
                OtherSources = ["class D { int M() => {|TEST0001:42|}; }"],
                OtherSourcesAfterFix = ["class D { int M() => 43; }"],
            }
        );

    [Theory]
    [InlineData("class C { int M() => 44; }")]
    [InlineData("class C { int M() => {|TEST0001:42|}; }")]
    public Task Wrong_fix_fails(string after) =>
        Fails(() => Verify.FixAsync<LiteralAnalyzer, LiteralFix>("class C { int M() => {|TEST0001:42|}; }", after, ReferenceSets.NoAi));

    [Fact]
    public Task Fixed_code_must_compile() =>
        Fails(() =>
            Verify.FixAsync<LiteralAnalyzer, LiteralFix>(
                "class C { const int A = {|TEST0001:42|}; int M(int i) => i switch { 43 => 1, A => 2, _ => 3 }; }",
                "class C { const int A = 43; int M(int i) => i switch { 43 => 1, A => 2, _ => 3 }; }",
                ReferenceSets.NoAi
            )
        );

    [Fact]
    public Task No_fix_passes() =>
        Verify.NoFixAsync<LiteralAnalyzer, LiteralFix>("class C { int Keep() => {|TEST0001:42|}; }", ReferenceSets.NoAi);

    [Fact]
    public Task No_fix_fails_when_one_is_offered() =>
        Fails(() => Verify.NoFixAsync<LiteralAnalyzer, LiteralFix>("class C { int M() => {|TEST0001:42|}; }", ReferenceSets.NoAi));

    private static Task Fails(Func<Task> verification) => Assert.ThrowsAnyAsync<InvalidOperationException>(verification);
}
