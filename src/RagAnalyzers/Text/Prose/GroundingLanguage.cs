using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>What prompts of one language say about the passages that they carry.</summary>
internal sealed class GroundingLanguage
{
    private const int WordsOfSentence = 4;

    private readonly Regex _phrases;
    private readonly Regex _common;
    private readonly Regex _answering;
    private readonly Regex _otherTasks;
    private readonly Regex? _passages;

    /// <param name="phrases">What ties an answer to the passages.</param>
    /// <param name="common">What the language is known by.</param>
    /// <param name="answering">What says that somebody is to be answered.</param>
    /// <param name="otherTasks">What says that the passages are to be worked on.</param>
    /// <param name="hasSpaces">Words stand apart.</param>
    /// <param name="passages">What passages are called, or null where a sentence cannot be told from a label.</param>
    public GroundingLanguage(
        WordList phrases,
        WordList common,
        WordList answering,
        WordList otherTasks,
        bool hasSpaces,
        WordList? passages = null
    )
    {
        _phrases = Pattern(phrases, hasSpaces);
        _common = Pattern(common, hasSpaces);
        _answering = Pattern(answering, hasSpaces);
        _otherTasks = Pattern(otherTasks, hasSpaces);
        _passages = passages is null ? null : Pattern(passages, hasSpaces, @"(?!\s*:)");
    }

    /// <summary>The text tells the model to keep to the passages, or what they are to it.</summary>
    public bool Grounds(string text) => _phrases.IsMatch(text) || SpeaksOfPassages(text);

    /// <summary>The text has words that every text of this language has.</summary>
    public bool IsIn(string text) => _common.IsMatch(text);

    public bool Answers(string text) => _answering.IsMatch(text);

    public bool HasOtherTask(string text) => _otherTasks.IsMatch(text);

    /// <summary>
    /// A sentence is about the passages: there are more ways to tie an answer to them than any list has. A label, <c>Documents:</c>, is no sentence.
    /// </summary>
    private bool SpeaksOfPassages(string text)
    {
        if (_passages is null || !_passages.IsMatch(text))
        {
            return false;
        }

        try
        {
            return PromptSentences.Of(text).Any(s => _passages.IsMatch(s) && !IsLabel(s));
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static bool IsLabel(string sentence) =>
        sentence.EndsWith(":", StringComparison.Ordinal) || sentence.Split(' ').Length < WordsOfSentence;

    private static Regex Pattern(WordList words, bool hasSpaces, string end = "") =>
        new(
            hasSpaces ? @"(?<!\p{L})" + words.Either + @"(?!\p{L})" + end : words.Either + end,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
}
