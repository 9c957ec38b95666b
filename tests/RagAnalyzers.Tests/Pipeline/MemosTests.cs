using RagAnalyzers.Pipeline;

namespace RagAnalyzers.Tests.Pipeline;

/// <summary>What a picture remembers.</summary>
public sealed class MemosTests
{
    private static int s_readings;

    [Fact]
    public void A_reading_is_made_once_whoever_asks()
    {
        var memos = new Memos<string>("body");

        Parallel.For(0, 100, _ => Assert.Equal(4, memos.Once(Length)));

        Assert.Equal(1, s_readings);
    }

    [Fact]
    public void Two_readings_of_one_type_are_two_memos()
    {
        var memos = new Memos<string>("body");

        Assert.Equal("body1", memos.Once(static of => of + 1));
        Assert.Equal("body2", memos.Once(static of => of + 2));
    }

    [Fact]
    public void A_reading_is_kept_and_each_owner_has_its_own()
    {
        static object Read(string of) => new();

        var memos = new Memos<string>("body");

        Assert.Same(memos.Once(Read), memos.Once(Read));
        Assert.NotSame(memos.Once(Read), new Memos<string>("body").Once(Read));
    }

    private static int Length(string of)
    {
        Interlocked.Increment(ref s_readings);
        return of.Length;
    }
}
