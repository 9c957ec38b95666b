using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RagAnalyzers.Benchmarks;

/// <summary>Each rule alone on dense code. What rules share is paid by each of them here, and once where they run together.</summary>
[MemoryDiagnoser]
public class RuleBenchmark
{
    private BenchmarkCode _code = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;

    public static IEnumerable<string> Rules => AnalyzerSet.Rules.Select(rule => rule.GetType().Name).Prepend(AnalyzerSet.Empty);

    [ParamsSource(nameof(Rules))]
    public string Rule { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _code = BenchmarkCode.Of(CodeKind.Dense);
        _analyzers =
            Rule == AnalyzerSet.Empty
                ? AnalyzerSet.Of(AnalyzerSet.Empty)
                : [.. AnalyzerSet.Rules.Where(rule => rule.GetType().Name == Rule)];
    }

    [Benchmark]
    public Task<int> Alone() => _code.AnalyzeAsync(_analyzers);
}
