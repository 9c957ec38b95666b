using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Tests.Flow.Tracing;

namespace RagAnalyzers.Tests.Flow.Writes;

/// <summary>What a collection holds is known only as long as nobody else holds the collection.</summary>
public sealed class HandedOnTests
{
    private const string List = "var list = new List<string> { \"a\" }; ";

    [Theory]
    [InlineData("Unknown(list);")]
    [InlineData("var all = new List<List<string>>(); all.Add(list);")]
    [InlineData("var all = new[] { list };")]
    [InlineData("List<List<string>> all = [list];")]
    [InlineData("var pair = (list, parameter);")]
    [InlineData("var other = list ?? new();")]
    [InlineData("var other = parameter.Length > 1 ? list : new();")]
    [InlineData("Action<string> add = list.Add;")]
    [InlineData("Func<List<string>> give = () => list;")]
    public void Others_may_add_to_it(string handed)
    {
        var trace = new TracedSource(List + handed + " _ = [|list|];").Trace(FlowMode.Content);
        Assert.False(trace.IsComplete);
        Assert.Contains(trace.Origins, static o => o is { Kind: OriginKind.Constant, Operation.ConstantValue.Value: "a" });
    }

    [Theory]
    [InlineData("var copy = new List<string>(list);")]
    [InlineData("List<string> copy = [.. list]; Unknown(copy);")]
    [InlineData("var copy = list.ToArray(); Unknown(copy);")]
    [InlineData("foreach (var text in list) Unknown(text);")]
    [InlineData("Unknown(list.Count);")]
    [InlineData("Console.WriteLine(list);")]
    public void Nobody_else_can(string used) =>
        Assert.True(new TracedSource(List + used + " _ = [|list|];").Trace(FlowMode.Content).IsComplete);

    [Fact]
    public void The_object_itself_stays_known() => Assert.True(new TracedSource(List + "Unknown(list); _ = [|list|];").Trace().IsComplete);

    [Fact]
    public void What_an_immutable_collection_is_added_to_is_in_the_result() =>
        Assert.Equal(
            "Constant \"a\" | Constant \"b\"",
            new TracedSource("System.Collections.Immutable.ImmutableArray<string> first = [\"a\"]; _ = [|first.Add(\"b\")|];").Origins(
                FlowMode.Content
            )
        );

    // A collection expression that builds through a method has a placeholder for its elements among its parts.
    [Theory]
    [InlineData("System.Collections.Immutable.ImmutableArray<string>")]
    [InlineData("List<string>")]
    [InlineData("string[]")]
    [InlineData("IReadOnlyList<string>")]
    public void Every_kind_of_collection_expression(string type) =>
        Assert.Equal(
            "Constant \"b\" | Constant \"a\"",
            new TracedSource($"string[] more = [\"b\"]; {type} all = [\"a\", .. more]; _ = [|all|];").Origins(FlowMode.Content)
        );
}
