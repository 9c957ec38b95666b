namespace RagAnalyzers.Tests.Flow.Uses;

/// <summary>How the work of following a value grows with the code. Counted in bytes that are allocated, which are the same on any machine.</summary>
public sealed class UseTracerGrowthTests
{
    /// <summary>Twice the code may cost so much more; four would be quadratic.</summary>
    private const double Most = 3.1;

    [Fact]
    public void Appends_to_one_buffer() =>
        AssertLinear(n => "var b = new StringBuilder(); var a = [|Make()|];" + Each(n, "b.Append(a);") + "Goal(b.ToString());");

    [Fact]
    public void A_variable_that_is_added_to() => AssertLinear(n => "var a = [|Make()|];" + Each(n, "a += Make();") + "Goal(a);");

    [Fact]
    public void Reads_of_one_variable() => AssertLinear(n => "var a = [|Make()|];" + Each(n, "Goal(a);"));

    private static void AssertLinear(Func<int, string> statements)
    {
        _ = Allocated(statements(10));
        var once = Allocated(statements(200));
        var twice = Allocated(statements(400));
        Assert.InRange(twice / once, 1.3, Most);
    }

    private static double Allocated(string statements)
    {
        var source = new UsedSource($"private void M() {{ {statements} }}");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotEmpty(source.Uses().Uses);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Each(int count, string statement) => string.Concat(Enumerable.Repeat(statement + "\n", count));
}
