using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;

namespace RagAnalyzers.Benchmarks;

/// <summary>Shows what most edits take, and what one in twenty takes at least.</summary>
internal sealed class PercentilesConfig : ManualConfig
{
    public PercentilesConfig() => AddColumn(StatisticColumn.Median, StatisticColumn.P95);
}
