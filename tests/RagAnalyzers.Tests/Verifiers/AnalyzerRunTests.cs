namespace RagAnalyzers.Tests.Verifiers;

public sealed class AnalyzerRunTests
{
    [Fact]
    public async Task Findings_in_code_that_does_not_compile_are_returned()
    {
        const string Source = "class C { Unknown M() => 42; int N( => ; }";
        Assert.NotEmpty(AnalyzerRun.Errors(AnalyzerRun.Compile([Source], ReferenceSets.NoAi)));
        var finding = Assert.Single(await AnalyzerRun.DiagnosticsAsync([new LiteralAnalyzer()], [Source], ReferenceSets.NoAi));
        Assert.Equal(LiteralAnalyzer.Id, finding.Id);
    }

    [Fact]
    public void Experimental_api_is_no_error_and_others_are() =>
        Assert.Equal(
            "CS0103",
            Assert
                .Single(
                    AnalyzerRun.Errors(
                        AnalyzerRun.Compile(
                            ["class C { object? M(OpenAI.FineTuning.FineTuningClient client) => undefined; }"],
                            ReferenceSets.Latest
                        )
                    )
                )
                .Id
        );
}
