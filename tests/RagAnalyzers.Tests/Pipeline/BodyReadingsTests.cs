using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Pipeline;

/// <summary>What a body remembers.</summary>
public sealed class BodyReadingsTests
{
    [Fact]
    public void Whoever_asks_gets_what_the_first_has_found()
    {
        var (body, found) = (Body(), new object[100]);

        Parallel.For(0, found.Length, i => found[i] = body.Once(static b => new object()));

        Assert.All(found, one => Assert.Same(found[0], one));
    }

    [Fact]
    public void Two_readings_of_one_type_are_two_and_each_body_has_its_own()
    {
        var (body, other) = (Body(), Body());

        Assert.Equal("one", body.Once(static _ => "one"));
        Assert.Equal("two", body.Once(static _ => "two"));
        Assert.Same(body.Once(Made), body.Once(Made));
        Assert.NotSame(body.Once(Made), other.Once(Made));
    }

    [Fact]
    public void Nothing_and_an_empty_list_are_found_too()
    {
        var body = Body();

        Assert.Null(body.Once(static _ => (string?)null));
        Assert.Equal(0, body.Once(static _ => 0));
        Assert.Empty(body.Once(static _ => ImmutableArray<string>.Empty));
        Assert.Empty(Body().Once(static _ => ImmutableArray<string>.Empty));
        Assert.True(body.Once(static _ => default(ImmutableArray<int>)).IsDefault);
        Assert.Equal(["one"], body.Once(static _ => ImmutableArray.Create("one")));
    }

    [Fact]
    public void What_throws_is_asked_again()
    {
        var body = Body();
        var isFirst = true;
        string Read(Body _) => isFirst ? throw new OperationCanceledException() : "read";
        Func<Body, string> read = Read;

        Assert.Throws<OperationCanceledException>(() => body.Once(read));
        isFirst = false;

        Assert.Equal("read", body.Once(read));
    }

    [Fact]
    public void A_reading_that_asks_for_itself_fails_and_ends_no_process() =>
        Assert.Throws<InsufficientExecutionStackException>(() => Body().Once(Endless));

    private static object Made(Body _) => new();

    private static int Endless(Body body) => body.Once(Endless);

    private static Body Body()
    {
        var compilation = AnalyzerRun.Compile(["class C { int M() => 1; }"], ReferenceSets.Latest);
        Assert.True(Picture.TryCreate(compilation, [], out var picture));
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("C")!.GetMembers("M")[0];
        return picture.BodyOf(picture.RootOf(method)!);
    }
}
