using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.Tests.CodeFixes.Editing;

/// <summary>A new local's name is one that nothing in reach has.</summary>
public sealed class FreshNamesTests
{
    [Theory]
    // Another function's names are its own.
    [InlineData("Map(() => { var response = 1; return response; }); Map(() => { HERE(); });", "response")]
    [InlineData("void Other() { var response = 1; } HERE();", "answer")]
    [InlineData("void Other(int response) { } void This() { HERE(); }", "response")]
    // What is declared around it, or inside of the same function, is not.
    [InlineData("var response = 1; Map(() => { HERE(); });", "answer")]
    [InlineData("Map(() => { HERE(); Map(() => { var response = 1; }); });", "answer")]
    [InlineData("void response() { } Map(() => { HERE(); });", "answer")]
    [InlineData("var response = 1; var answer = 2; HERE();", "answer2")]
    public void In_reach(string program, string expected)
    {
        var here = CSharpSyntaxTree
            .ParseText(program, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Single(static call => call.Expression.ToString() == "HERE");

        Assert.Equal(expected, FreshNames.In(here, "response", "answer"));
    }
}
