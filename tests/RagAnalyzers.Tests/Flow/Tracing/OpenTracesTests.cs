using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>An answer is whole when the circle it was found in is closed, and not before.</summary>
public sealed class OpenTracesTests
{
    private readonly OpenTraces _open = new();

    private bool Open(string what) => _open.TryOpen(this, what, AccessPath.Empty);

    private bool Close(string what) => _open.Close(this, what, AccessPath.Empty);

    [Fact]
    public void Without_a_circle_every_answer_is_whole()
    {
        Assert.True(Open("a"));
        Assert.True(Open("b"));
        Assert.True(Close("b"));
        Assert.True(Close("a"));
        Assert.Equal(0, _open.Count);
    }

    [Fact]
    public void Inside_a_circle_it_is_partial_until_the_circle_is_closed()
    {
        Open("outside");
        Open("a");
        Open("b");
        Assert.False(Open("a"));
        Assert.False(Close("b"));
        Assert.True(Close("a"));
        Assert.True(Close("outside"));
    }

    [Fact]
    public void All_between_the_two_ends_of_a_circle_is_partial()
    {
        Open("begin");
        Open("between");
        Open("end");
        Assert.False(Open("begin"));
        Assert.False(Close("end"));
        Open("sibling");
        Assert.True(Close("sibling"));
        Assert.False(Close("between"));
        Assert.True(Close("begin"));
    }

    [Fact]
    public void What_runs_into_itself_alone_is_whole()
    {
        Open("outside");
        Open("a");
        Assert.False(Open("a"));
        Assert.True(Close("a"));
        Assert.True(Close("outside"));
    }

    [Fact]
    public void A_sibling_beside_the_circle_is_whole()
    {
        Open("a");
        Open("b");
        Assert.False(Open("a"));
        Assert.False(Close("b"));
        Open("sibling");
        Assert.True(Close("sibling"));
        Open("c");
        Open("within");
        Assert.False(Open("c"));
        Assert.False(Close("within"));
        Assert.True(Close("c"));
        Assert.True(Close("a"));
    }

    [Fact]
    public void Who_asks_tells_two_questions_apart()
    {
        Open("a");
        Assert.True(_open.TryOpen("another", "a", AccessPath.Empty));
        Assert.True(_open.TryOpen(this, "a", AccessPath.Empty.Push("Text")));
        Assert.True(_open.Close(this, "a", AccessPath.Empty.Push("Text")));
        Assert.True(_open.Close("another", "a", AccessPath.Empty));
        Assert.True(Close("a"));
    }
}
