using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>
/// Programs with one thing changed at random, most of which do not compile: no rule throws, and the findings do not depend on the run.
/// RAG_ANALYZERS_MUTANTS says how many there are of each program.
/// </summary>
public sealed class MutatedCodeTests
{
    private const int Seed = 20261;

    private static readonly int s_mutants = int.Parse(
        Environment.GetEnvironmentVariable("RAG_ANALYZERS_MUTANTS") ?? "8",
        CultureInfo.InvariantCulture
    );

    public static TheoryData<string> Programs => [.. SuiteSources.Programs.Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Nothing_throws_and_nothing_depends_on_the_run(string program)
    {
        var text = await File.ReadAllTextAsync(
            SuiteSources.Programs.Single(path => Path.GetFileName(path) == program),
            TestContext.Current.CancellationToken
        );
        var random = new Random(Seed + program.Length);
        for (var i = 0; i < s_mutants; i++)
        {
            var (mutant, what) = TokenMutant.Of(text, random);
            var compilation = AnalyzerRun.Compile([mutant], SuiteSources.References);
            var reversed = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse());

            var alone = await FoundAsync(compilation, concurrent: false);
            var together = await FoundAsync(reversed, concurrent: true);
            Complaints.AssertNone(
                alone
                    .Except(together)
                    .Select(finding => $"only alone: {finding}")
                    .Concat(together.Except(alone).Select(finding => $"only side by side: {finding}"))
                    .Select(difference => $"mutant {i}, {what}, of {program}: {difference}\n{mutant}")
            );
            Complaints.AssertNone(
                alone
                    .Where(finding => finding.StartsWith("AD0001", StringComparison.Ordinal))
                    .Select(finding => $"{what} of {program}: {finding}\n{mutant}")
            );
        }
    }

    // Were nothing left to find in them, little of the rules would run.
    [Fact]
    public async Task Mutants_are_of_all_kinds_and_reach_the_rules()
    {
        var text = await File.ReadAllTextAsync(SuiteSources.Programs[^1], TestContext.Current.CancellationToken);
        var random = new Random(Seed);
        var mutants = Enumerable.Range(0, 200).Select(_ => TokenMutant.Of(text, random)).ToList();
        Assert.Equal(TokenMutant.Kinds, mutants.Select(mutant => mutant.What).Distinct().Count());
        var found = await Task.WhenAll(
            mutants.Take(8).Select(mutant => FoundAsync(AnalyzerRun.Compile([mutant.Text], SuiteSources.References), concurrent: true))
        );
        Assert.Contains(found, findings => !findings.IsEmpty);
        Assert.NotEmpty(found.Select(findings => string.Join('\n', findings)).Distinct().Skip(1));
    }

    private static async Task<ImmutableArray<string>> FoundAsync(CSharpCompilation compilation, bool concurrent) =>
        FindingText.Of(await AnalyzerRun.DiagnosticsAsync(RagRules.Loaded(), compilation, concurrent));
}
