using System.Text.RegularExpressions;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Tests.Text.Prose;

public sealed class WordListTests
{
    [Fact]
    public void Commas_and_line_ends_part_the_words() =>
        Assert.Equal(
            ["latest", "most recent", "today's", "new"],
            WordList.Of(
                """
                latest, most recent
                today's, new
                """
            )
        );

    [Theory]
    [InlineData("block(s)", "block", true)]
    [InlineData("block(s)", "blocks", true)]
    [InlineData("block(s)", "blockz", false)]
    [InlineData("have to", "have  to", true)]
    [InlineData("have to", "haveto", false)]
    [InlineData("don't", "don’t", true)]
    [InlineData("e.g", "eng", false)]
    [InlineData("latest, most recent", "most recent", true)]
    [InlineData("latest, most recent", "most", false)]
    public void The_pattern_takes_each_word_as_it_may_be_written(string words, string text, bool isTaken) =>
        Assert.Equal(isTaken, Regex.IsMatch(text, $"^{WordList.Of(words).Either}$"));

    [Fact]
    public void A_word_is_in_the_list_as_it_is_spelt_there()
    {
        var list = WordList.Of("price, stock");
        Assert.True(list.Contains("price"));
        Assert.False(list.Contains("Price"));
        Assert.True(WordList.Of("price", StringComparer.OrdinalIgnoreCase).Contains("Price"));
    }
}
