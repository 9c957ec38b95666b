using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>What prompts of one language say about the passages that they carry.</summary>
internal sealed class GroundingLanguage
{
    private readonly Regex _phrases;
    private readonly Regex _common;
    private readonly Regex _answering;
    private readonly Regex _otherTasks;
    private readonly Regex? _passages;
    private readonly Regex? _personas;

    /// <param name="phrases">What ties an answer to the passages.</param>
    /// <param name="common">What the language is known by.</param>
    /// <param name="answering">What says that somebody is to be answered.</param>
    /// <param name="otherTasks">What says that the passages are to be worked on.</param>
    /// <param name="hasSpaces">Words stand apart.</param>
    /// <param name="passages">What passages are called, or null where a sentence cannot be told from a label.</param>
    /// <param name="personas">How a sentence begins that says who the model is, and nothing of what it is to do.</param>
    public GroundingLanguage(
        WordList phrases,
        WordList common,
        WordList answering,
        WordList otherTasks,
        bool hasSpaces,
        WordList? passages = null,
        WordList? personas = null
    )
    {
        _phrases = Pattern(phrases, hasSpaces);
        _common = Pattern(common, hasSpaces);
        _answering = Pattern(answering, hasSpaces);
        _otherTasks = Pattern(otherTasks, hasSpaces);
        _passages = passages?.Whole(@"(?!\s*:)");
        _personas = personas?.Whole();
    }

    /// <summary>The text tells the model to keep to the passages.</summary>
    public bool Grounds(string text) => _phrases.IsMatch(text);

    /// <summary>The text has words that every text of this language has.</summary>
    public bool IsIn(string text) => _common.IsMatch(text);

    public bool Answers(string text) => _answering.IsMatch(text);

    public bool HasOtherTask(string text) => _otherTasks.IsMatch(text);

    /// <summary>The sentence names the passages.</summary>
    public bool NamesPassages(string sentence) => _passages is not null && _passages.IsMatch(sentence);

    /// <summary>The sentence says who the model is, and nothing of what it is to do.</summary>
    public bool SaysWho(string sentence) => _personas?.Match(sentence) is { Success: true, Index: 0 };

    private static Regex Pattern(WordList words, bool hasSpaces) =>
        hasSpaces ? words.Whole() : new(words.Either, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
