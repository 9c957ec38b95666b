using CsCheck;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Properties;

/// <summary>
/// Of programs that are joined at random, the rules about parsed answers say what is due, or nothing. RAG_ANALYZERS_PROGRAMS says how many are made;
/// the same number makes the same programs.
/// </summary>
public sealed class PipelineProgramTests
{
    private const int InOneCompilation = 20;

    [Fact]
    public async Task What_is_said_is_right()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("RAG_ANALYZERS_PROGRAMS"), out var wanted) ? wanted : 120;
        var programs = Enumerable
            .Range(0, count)
            .Select(number => PipelineProgram.Any.Generate(new PCG(1, (ulong)number), null, out _))
            .ToList();
        var (due, said) = (0, 0);
        foreach (var batch in programs.Chunk(InOneCompilation))
        {
            var sources = batch.Select((program, number) => program.ToSource(number)).ToList();
            var compilation = AnalyzerRun.Compile(sources, ReferenceSets.Latest);
            Complaints.AssertNone(AnalyzerRun.Errors(compilation).Select(error => $"{error}\n{error.Location.SourceTree}").Take(1));
            var found = await AnalyzerRun.DiagnosticsAsync(RagRules.Loaded(), compilation);
            MarkedFindings.AssertNoException(found);
            var byFile = found
                .Where(finding => finding.Id is "RAG2001" or "RAG2002")
                .ToLookup(finding => finding.Location.SourceTree!.FilePath);
            for (var number = 0; number < batch.Length; number++)
            {
                var ids = byFile[TestSources.PathOf(number)].Select(finding => finding.Id).ToList();
                Assert.True(
                    ids.Count <= 1 && ids.All(batch[number].Right.Contains),
                    $"{string.Join(", ", ids)} is said, and {batch[number].Due ?? "silence"} is due:\n{sources[number]}"
                );
                due += batch[number].Due is null ? 0 : 1;
                said += batch[number].Due is { } id && ids.Contains(id) ? 1 : 0;
            }
        }

        // Were the rules silent about everything, they would be right, and useless.
        TestContext.Current.SendDiagnosticMessage($"{count} programs, {due} with a mistake, {said} of them said");
        Assert.True(said >= 0.9 * due, $"of {due} mistakes only {said} are said");
    }
}
