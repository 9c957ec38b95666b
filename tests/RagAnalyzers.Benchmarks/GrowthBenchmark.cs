using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RagAnalyzers.Benchmarks;

/// <summary>Code of one shape, in doubling sizes: from one row to the next, time beyond the empty analyzer's should double, not quadruple.</summary>
[MemoryDiagnoser]
public class GrowthBenchmark
{
    private BenchmarkCode _code = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private ImmutableArray<DiagnosticAnalyzer> _empty;

    public static IEnumerable<object> Points =>
        GrowthSeries.All.SelectMany(series => series.Sizes.Select(size => (object)new GrowthPoint(series.Name, size)));

    [ParamsSource(nameof(Points))]
    public GrowthPoint Point { get; set; } = null!;

    [GlobalSetup]
    public void Setup()
    {
        var series = GrowthSeries.All.Single(series => series.Name == Point.Series);
        _code = BenchmarkCode.Of(series.Source(Point.Size));
        _analyzers = AnalyzerSet.Of(AnalyzerSet.Ours);
        _empty = AnalyzerSet.Of(AnalyzerSet.Empty);
    }

    [Benchmark(Baseline = true)]
    public Task<int> Empty() => _code.AnalyzeAsync(_empty);

    [Benchmark]
    public Task<int> AllRules() => _code.AnalyzeAsync(_analyzers);
}
