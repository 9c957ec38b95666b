using System.Text.RegularExpressions;
using CsCheck;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Tests.Text.Prose;

public sealed class WordSearchTests
{
    private const string Words = "document(s), only, most recent, don't know, do not, e.g., re-rank, examples:, über, is";

    [Theory]
    [InlineData("Answer from the DOCUMENTS.", true)]
    [InlineData("documents", true)]
    [InlineData("a documentsz b", false)]
    [InlineData("prodocument", false)]
    [InlineData("the most\n  recent", true)]
    [InlineData("the mostrecent", false)]
    [InlineData("most", false)]
    [InlineData("I don’t know", true)]
    [InlineData("2only3", true)]
    [InlineData("Über", true)]
    [InlineData("", false)]
    public void Finds_a_word_that_stands_apart(string text, bool isFound) => Assert.Equal(isFound, WordList.Of(Words).Whole().IsIn(text));

    [Theory]
    [InlineData("Documents:", false)]
    [InlineData("Documents \n :", false)]
    [InlineData("Documents. A:", true)]
    [InlineData("Documents: the documents", true)]
    public void A_label_is_no_word(string text, bool isFound) =>
        Assert.Equal(isFound, WordList.Of(Words).Whole(butNoLabels: true).IsIn(text));

    [Fact]
    public void Where_no_spaces_are_written_any_letters_stand_around() =>
        Assert.True(WordList.Of("问题, 回答").Anywhere().IsIn("请回答我"));

    [Theory]
    [InlineData("Do not guess", true)]
    [InlineData("Please do not guess", false)]
    public void Tells_how_a_text_begins(string text, bool begins) => Assert.Equal(begins, WordList.Of(Words).Whole().Begins(text));

    [Fact]
    public void What_is_found_is_as_the_text_has_it() =>
        Assert.Equal(["Only", "documents", "IS"], WordList.Of(Words).Whole().In("Only, documents; this IS"));

    /// <summary>It finds what the pattern of the same alternatives finds.</summary>
    [Fact]
    public void Finds_what_the_pattern_finds()
    {
        var list = WordList.Of(Words);
        var options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        var (whole, anywhere) = (new Regex($@"(?<!\p{{L}}){list.Either}(?!\p{{L}})", options), new Regex(list.Either, options));
        var unlabelled = new Regex($@"(?<!\p{{L}}){list.Either}(?!\p{{L}})(?!\s*:)", options);
        var pieces = Gen.OneOf<string>([
            .. list.Select(static w => w.Replace("(s)", "", StringComparison.Ordinal)),
            "s",
            " ",
            "\n",
            ":",
            ".",
            "’",
            "'",
            "Doc",
            "x",
            "É",
        ]);
        pieces
            .Array[0, 8]
            .Select(Gen.Bool)
            .Sample(
                (parts, isUpper) =>
                {
                    var text = isUpper ? string.Concat(parts).ToUpperInvariant() : string.Concat(parts);
                    Assert.Equal(whole.Matches(text).Select(static m => m.Value), list.Whole().In(text));
                    Assert.Equal(whole.IsMatch(text), list.Whole().IsIn(text));
                    Assert.Equal(unlabelled.IsMatch(text), list.Whole(butNoLabels: true).IsIn(text));
                    Assert.Equal(anywhere.IsMatch(text), list.Anywhere().IsIn(text));
                    Assert.Equal(whole.Match(text) is { Success: true, Index: 0 }, list.Whole().Begins(text));
                },
                iter: 20_000
            );
    }
}
