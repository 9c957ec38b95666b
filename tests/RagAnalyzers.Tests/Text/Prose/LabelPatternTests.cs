using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Tests.Text.Prose;

/// <summary>Regular expressions that are lists of words, and those that are more.</summary>
public sealed class LabelPatternTests
{
    [Theory]
    [InlineData(@"\b(CRM|PRODUCT)\b", "CRM,PRODUCT", false)]
    [InlineData(@"^(?:yes|no)$", "yes,no", true)]
    [InlineData(@"^\s*(yes|no)[.!]?\s*$", "yes,no", true)]
    [InlineData(@"(?i)\byes\b", "yes", false)]
    [InlineData(@"\byes\b|\bno\b", "yes,no", false)]
    [InlineData(@"(?<label>not\-spam|spam)", "not-spam,spam", false)]
    public void Words(string pattern, string labels, bool isWhole)
    {
        var read = LabelPattern.Read(pattern);
        Assert.NotNull(read);
        Assert.Equal(labels.Split(','), read.Labels);
        Assert.Equal(isWhole, read.IsWhole);
    }

    [Theory]
    [InlineData(@"\d+")]
    [InlineData(@"(\w+)")]
    [InlineData("```(json)?")]
    [InlineData(@"score:\s*(\d)")]
    [InlineData("(yes|\\d+)")]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("^")]
    [InlineData("$")]
    [InlineData("|")]
    [InlineData("\\")]
    [InlineData("")]
    public void More(string pattern) => Assert.Null(LabelPattern.Read(pattern));
}
