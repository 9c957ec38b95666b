using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Tests.Text.Prose;

/// <summary>Lists of choices in the forms in which prompts write them, and prose that is none.</summary>
public sealed class LabelListsTests
{
    [Theory]
    [InlineData("Answer with one of: bug, question, praise or billing.", "bug question praise billing")]
    [InlineData("Answer with positive, neutral, or negative.", "positive neutral negative")]
    [InlineData("Classify as spam or ham", "spam ham")]
    [InlineData("Say 'bug' if it is broken.", "")]
    [InlineData("Reply \"bug\", \"question\" or \"praise\", and nothing else", "bug question praise")]
    [InlineData("One of [bug/question/praise]", "bug question praise")]
    [InlineData("The intent {bug, question}", "bug question")]
    [InlineData("Output BUG, QUESTION or PRAISE only", "BUG QUESTION PRAISE")]
    [InlineData("low|medium|high", "low medium high")]
    [InlineData("Is this urgent (yes/no)?", "yes no")]
    [InlineData("Choose:\n- bug: it is broken\n- question\n- praise\n", "bug question praise")]
    [InlineData("1. Read the mail carefully and then decide what it is about\n2. Answer", "")]
    [InlineData("Answer with care, please, and then stop right there.", "")]
    [InlineData("See https://example.org/a/b for more.", "")]
    [InlineData("Answer in English or French if you can.", "")]
    [InlineData("", "")]
    public void A_list_is_read_whole_or_not_at_all(string prompt, string labels) =>
        Assert.Equal(labels, LabelLists.In(prompt).Select(list => string.Join(' ', list)).FirstOrDefault(""));
}
