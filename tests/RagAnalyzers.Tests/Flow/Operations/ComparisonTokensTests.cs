using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Tests.Flow.Operations;

/// <summary>Where something may be compared with a text is seen before anything is bound.</summary>
public sealed class ComparisonTokensTests
{
    [Theory]
    [InlineData("text == \"yes\"")]
    [InlineData("\"yes\" != text")]
    [InlineData("text == other")]
    [InlineData("text[0] == 'y'")]
    [InlineData("text == Labels.Yes")]
    [InlineData("text == Read()!")]
    [InlineData("text is \"yes\"")]
    [InlineData("text is not \"yes\"")]
    [InlineData("text is not null and not \"none\"")]
    [InlineData("text is null or \"none\"")]
    [InlineData("text is Labels.Yes")]
    [InlineData("answer is { Label: \"yes\" }")]
    [InlineData("answer is Answer { Label: \"yes\" } found")]
    [InlineData("answer is Answer found and { Label: \"yes\" }")]
    [InlineData("answer is (\"yes\", _)")]
    [InlineData("text switch { \"yes\" => 1, _ => 0 }")]
    [InlineData("known[text]")]
    [InlineData("known?[text]")]
    public void What_may_compare_a_text(string expression) => Assert.True(Compares(expression));

    [Theory]
    [InlineData("text == null")]
    [InlineData("null != text")]
    [InlineData("count == 3")]
    [InlineData("3 == count")]
    [InlineData("count == -1")]
    [InlineData("isOpen == true")]
    [InlineData("text == \"\"")]
    [InlineData("texts.Count == most")]
    [InlineData("most == text.Length")]
    [InlineData("text is null")]
    [InlineData("text is not null")]
    [InlineData("count is > 3")]
    [InlineData("count is 3")]
    [InlineData("answer is { }")]
    [InlineData("answer is { } found")]
    [InlineData("answer is Answer found")]
    [InlineData("answer is not Answer found")]
    [InlineData("answer is string")]
    [InlineData("answer is var found")]
    [InlineData("texts[0]")]
    [InlineData("texts[^1]")]
    [InlineData("text[1..3]")]
    [InlineData("new string[2]")]
    [InlineData("text.Trim()")]
    [InlineData("count = 3")]
    public void What_asks_for_something_else(string expression) => Assert.False(Compares(expression));

    [Theory]
    [InlineData("text ==")]
    [InlineData("== text")]
    [InlineData("text is")]
    [InlineData("known[")]
    [InlineData("text switch")]
    public void Half_typed(string expression) => Compares(expression);

    private static bool Compares(string expression) =>
        SyntaxFactory.ParseExpression(expression).DescendantTokens().Any(ComparisonTokens.Compares);
}
