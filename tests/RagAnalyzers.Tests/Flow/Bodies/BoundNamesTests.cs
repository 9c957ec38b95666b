using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Bodies;

/// <summary>What the places at which a name stands mean, for members that share it.</summary>
public sealed class BoundNamesTests
{
    private const string One = """
        class A { public static string Get(int n) => n == 0 ? "" : Get(n - 1); public string Get() => Get(1); }
        static class More { public static string Get<T>(this T thing, string how) => how; }
        """;

    private const string Two = """
        class B
        {
            string Get(bool flag) => new A().Get() + A.Get(2) + new A().Get("x");
            System.Func<int, string> Later() => A.Get;
            string Missing() => Get(1, 2, 3);
        }
        """;

    private readonly Compilation _compilation = AnalyzerRun.Compile([One, Two], ReferenceSets.NoAi);
    private readonly BoundNames _names;

    public BoundNamesTests() => _names = new BoundNames(new OperationSource(_compilation));

    [Theory]
    [InlineData("A", 0, "new A().Get()")]
    [InlineData("A", 1, "Get(n - 1) | Get(1) | A.Get(2) | A.Get")]
    [InlineData("More", 2, "new A().Get(\"x\")")]
    // A call that is not complete yet may become one of any overload.
    [InlineData("B", 1, "Get(1, 2, 3)")]
    public void Each_member_has_its_places(string type, int parameters, string places)
    {
        Assert.Equal(places, Places(Members(type).Where(member => ((IMethodSymbol)member).Parameters.Length == parameters)));
        Assert.Equal(places, Places(Members(type).Where(member => ((IMethodSymbol)member).Parameters.Length == parameters)));
    }

    [Fact]
    public void Who_stops_early_takes_nothing_from_the_next()
    {
        Assert.Equal("Get(n - 1)", Text(_names.Of("Get", [.. Members("A")]).First()));
        Assert.Equal("Get(n - 1) | Get(1) | new A().Get() | A.Get(2) | A.Get", Places(Members("A")));
        Assert.Equal("new A().Get(\"x\")", Places(Members("More")));
    }

    private string Places(IEnumerable<ISymbol> members) => string.Join(" | ", _names.Of("Get", [.. members]).Select(Text));

    private static string Text(SimpleNameSyntax name)
    {
        var called = name.Parent is MemberAccessExpressionSyntax access ? access : (ExpressionSyntax)name;
        return (called.Parent as InvocationExpressionSyntax ?? called).ToString();
    }

    private IEnumerable<ISymbol> Members(string type) => _compilation.GetTypeByMetadataName(type)!.GetMembers("Get");
}
