namespace RagAnalyzers.Text.Prose;

/// <summary>What prompts of one language say about the passages that they carry.</summary>
internal sealed class GroundingLanguage
{
    private readonly WordSearch _phrases;
    private readonly WordSearch _common;
    private readonly WordSearch _answering;
    private readonly WordSearch _otherTasks;
    private readonly WordSearch? _passages;
    private readonly WordSearch? _personas;

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
        _phrases = Search(phrases, hasSpaces);
        _common = Search(common, hasSpaces);
        _answering = Search(answering, hasSpaces);
        _otherTasks = Search(otherTasks, hasSpaces);
        _passages = passages?.Whole(butNoLabels: true);
        _personas = personas?.Whole();
    }

    /// <summary>The text tells the model to keep to the passages.</summary>
    public bool Grounds(string text) => _phrases.IsIn(text);

    /// <summary>The text has words that every text of this language has.</summary>
    public bool IsIn(string text) => _common.IsIn(text);

    public bool Answers(string text) => _answering.IsIn(text);

    public bool HasOtherTask(string text) => _otherTasks.IsIn(text);

    /// <summary>The sentence names the passages.</summary>
    public bool NamesPassages(string sentence) => _passages?.IsIn(sentence) == true;

    /// <summary>The sentence says who the model is, and nothing of what it is to do.</summary>
    public bool SaysWho(string sentence) => _personas?.Begins(sentence) == true;

    private static WordSearch Search(WordList words, bool hasSpaces) => hasSpaces ? words.Whole() : words.Anywhere();
}
