using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RagAnalyzers.Benchmarks;

/// <summary>
/// What a package adds to a build: all of its analyzers, ours and others', against one that looks at every operation and does nothing, which pays for
/// binding the code but for no rule.
/// </summary>
[MemoryDiagnoser]
public class PackageBenchmark
{
    private BenchmarkCode _code = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private ImmutableArray<DiagnosticAnalyzer> _empty;

    public static IEnumerable<string> Packages => AnalyzerSet.Names.Where(name => name != AnalyzerSet.Empty);

    [ParamsAllValues]
    public CodeKind Code { get; set; }

    [ParamsSource(nameof(Packages))]
    public string Package { get; set; } = "";

    [GlobalSetup]
    public void Setup() =>
        (_code, _analyzers, _empty) = (BenchmarkCode.Of(Code), AnalyzerSet.Of(Package), AnalyzerSet.Of(AnalyzerSet.Empty));

    [Benchmark(Baseline = true)]
    public Task<int> Empty() => _code.AnalyzeAsync(_empty);

    /// <summary>In a build that has no other analyzer.</summary>
    [Benchmark]
    public Task<int> Alone() => _code.AnalyzeAsync(_analyzers);

    /// <summary>In one that has an analyzer of operations already: every body is bound for that one.</summary>
    [Benchmark]
    public Task<int> Beside() => _code.AnalyzeAsync([.. _empty, .. _analyzers]);
}
