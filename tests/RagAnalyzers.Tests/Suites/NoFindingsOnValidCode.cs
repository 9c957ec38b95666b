using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>No analyzer reports anything in a program that does it right. Put every false positive here.</summary>
public sealed class NoFindingsOnValidCode
{
    public static TheoryData<string> Files => [.. SuiteSources.Valid.Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Nothing_is_reported(string file)
    {
        var source = await File.ReadAllTextAsync(
            SuiteSources.Valid.Single(path => Path.GetFileName(path) == file),
            TestContext.Current.CancellationToken
        );

        // Code that does not bind would be silent for the wrong reason.
        Complaints.AssertNone(AnalyzerRun.Errors(AnalyzerRun.Compile([source], SuiteSources.References)));
        Complaints.AssertNone(await AnalyzerRun.DiagnosticsAsync(RagRules.Loaded(), [source], SuiteSources.References));
    }
}
