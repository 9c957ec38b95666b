using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>What prompts of one language say about the passages that they carry.</summary>
internal sealed class GroundingLanguage
{
    private readonly Regex _phrases;
    private readonly Regex _common;
    private readonly Regex _answering;
    private readonly Regex _otherTasks;

    /// <param name="phrases">What ties an answer to the passages.</param>
    /// <param name="common">What the language is known by.</param>
    /// <param name="answering">What says that somebody is to be answered.</param>
    /// <param name="otherTasks">What says that the passages are to be worked on.</param>
    /// <param name="hasSpaces">Words stand apart.</param>
    public GroundingLanguage(WordList phrases, WordList common, WordList answering, WordList otherTasks, bool hasSpaces)
    {
        _phrases = Pattern(phrases, hasSpaces);
        _common = Pattern(common, hasSpaces);
        _answering = Pattern(answering, hasSpaces);
        _otherTasks = Pattern(otherTasks, hasSpaces);
    }

    /// <summary>The text tells the model to keep to the passages.</summary>
    public bool Grounds(string text) => _phrases.IsMatch(text);

    /// <summary>The text has words that every text of this language has.</summary>
    public bool IsIn(string text) => _common.IsMatch(text);

    public bool Answers(string text) => _answering.IsMatch(text);

    public bool HasOtherTask(string text) => _otherTasks.IsMatch(text);

    private static Regex Pattern(WordList words, bool hasSpaces) =>
        new(
            hasSpaces ? @"(?<!\p{L})" + words.Either + @"(?!\p{L})" : words.Either,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
}
