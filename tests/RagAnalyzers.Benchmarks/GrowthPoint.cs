namespace RagAnalyzers.Benchmarks;

/// <summary>One size of one series.</summary>
public sealed record GrowthPoint(string Series, int Size)
{
    public override string ToString() => $"{Series}, {Size}";
}
