using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Text.Prose;

/// <summary>Tells labels, the few words that an answer may be one of, from the other texts that programs look for in answers.</summary>
internal static class LabelTexts
{
    private const int MaximumLength = 40;

    /// <summary>What a model says when it has nothing to say, or to end a conversation: one word that means "none of this".</summary>
    private static readonly ImmutableHashSet<string> Sentinels = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "none",
        "done",
        "terminate",
        "terminated",
        "exit",
        "quit",
        "bye",
        "goodbye",
        "stop",
        "end",
        "finish",
        "finished",
        "complete",
        "completed",
        "n/a",
        "na",
        "nil",
        "null",
        "empty",
        "unknown",
        "undefined",
        "nothing",
        "skip",
        "skipped",
        "idk",
        "nothing found",
        "i don't know",
        "all done",
        "end of conversation"
    );

    private static readonly ImmutableHashSet<string> Verdicts = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "yes",
        "no",
        "true",
        "false",
        "ja",
        "nein",
        "oui",
        "non",
        "s\u00ed"
    );

    /// <summary>What ends a conversation when the other side is content; beside its opposite it is a label like any other.</summary>
    private static readonly ImmutableHashSet<string> StopPhrases = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "approve",
        "approved",
        "accepted",
        "lgtm",
        "ok",
        "okay",
        "ready",
        "satisfied",
        "resolved",
        "solved",
        "continue",
        "next",
        "proceed",
        "final"
    );

    /// <summary>What one agent says of another one's work, beside what is in <see cref="Verdicts"/>.</summary>
    private static readonly ImmutableHashSet<string> Judgements = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "approve",
        "approved",
        "approval",
        "accept",
        "accepted",
        "agree",
        "agreed",
        "confirm",
        "confirmed",
        "correct",
        "denied",
        "disapprove",
        "disapproved",
        "incorrect",
        "invalid",
        "lgtm",
        "ok",
        "okay",
        "pass",
        "passed",
        "perfect",
        "reject",
        "rejected",
        "resolved",
        "satisfied",
        "solved",
        "valid"
    );

    /// <summary>What a sentinel of more than one word begins with: NO_RESULTS, "not found".</summary>
    private static readonly ImmutableArray<string> SentinelBeginnings = ImmutableArray.Create("no ", "not ", "end ", "task ");

    /// <summary>Words by which programs find refusals, failures and formats in an answer; no prompt offers them as a choice.</summary>
    private static readonly ImmutableHashSet<string> Markers = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "sorry",
        "cannot",
        "can't",
        "unable",
        "apologize",
        "apologies",
        "error",
        "exception",
        "failed",
        "failure",
        "warning",
        "json",
        "xml",
        "html",
        "yaml",
        "csv",
        "markdown",
        "sql",
        "http",
        "https",
        "www",
        "select",
        "assistant",
        "user",
        "system",
        "tool",
        "function",
        "data",
        "as an ai",
        "i am",
        "i'm",
        "source",
        "sources",
        "citation",
        "page"
    );

    private static readonly ImmutableHashSet<string> Languages = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "en",
        "fr",
        "de",
        "es",
        "it",
        "pt",
        "nl",
        "pl",
        "ru",
        "uk",
        "zh",
        "ja",
        "ko",
        "ar",
        "he",
        "hi",
        "tr",
        "sv",
        "da",
        "fi",
        "nb",
        "cs",
        "hu",
        "el",
        "ro",
        "vi",
        "th",
        "id",
        "english",
        "french",
        "german",
        "spanish",
        "italian",
        "portuguese",
        "dutch",
        "polish",
        "russian",
        "ukrainian",
        "chinese",
        "japanese",
        "korean",
        "arabic",
        "hebrew",
        "hindi",
        "turkish",
        "swedish",
        "danish",
        "finnish",
        "norwegian",
        "czech",
        "hungarian",
        "greek",
        "romanian",
        "vietnamese",
        "thai"
    );

    /// <summary>The text can be one of the labels of a closed set, as a whole answer is compared with it.</summary>
    public static bool IsLabel(string text)
    {
        var label = Bare(text);
        return CanBeLabel(label) && WordsIn(label) <= 4;
    }

    /// <summary>The text can be a label that is looked for inside an answer: a word or two, that no answer has by chance.</summary>
    public static bool IsSoughtLabel(string text)
    {
        var label = text.Trim();
        return CanBeLabel(label) && WordsIn(label) <= 2 && label.Length > 1 && char.IsLetter(label[0]) && label.Any(char.IsLetter);
    }

    /// <summary>The text can be a label in one way or another.</summary>
    public static bool MayBe(string text) => IsLabel(text) || IsSoughtLabel(text) || IsJudgement(Bare(text));

    /// <summary>The text is as short as labels are.</summary>
    public static bool IsShort(string text) => text.Length is > 0 and <= MaximumLength && text.Split(' ').Length <= 3;

    /// <summary>The word says yes or no, which is a label wherever a prompt asks for it.</summary>
    public static bool IsVerdict(string label) => Verdicts.Contains(label);

    /// <summary>The word names a language, or is its code; "ja" may also say yes.</summary>
    public static bool IsLanguage(string label) => Languages.Contains(label);

    /// <summary>The word judges: it says yes or no, or that something is approved.</summary>
    public static bool IsJudgement(string label) => Verdicts.Contains(label) || Judgements.Contains(label);

    /// <summary>The words for yes and no that begin with a letter.</summary>
    public static IEnumerable<string> VerdictsWith(string letter) =>
        Verdicts.Where(v => v.StartsWith(letter, StringComparison.OrdinalIgnoreCase));

    /// <summary>The word ends a conversation or a round of corrections, where a prompt asks for it alone.</summary>
    public static bool IsStopPhrase(string label) => StopPhrases.Contains(label) || IsSentinel(label);

    /// <summary>The text without what models and programs put around a label.</summary>
    public static string Bare(string text) => text.Trim().TrimEnd('.', '!').Trim('"', '\'', '`', '*').Trim();

    private static bool CanBeLabel(string label) =>
        label.Length > 0
        && label.Length <= MaximumLength
        && !IsSentinel(label)
        && !Markers.Contains(label)
        && (!Languages.Contains(label) || Verdicts.Contains(label))
        && !IsLocale(label)
        && label.All(static c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '&' or '/' or '+');

    private static int WordsIn(string label) => label.Split(' ').Length;

    private static bool IsSentinel(string label)
    {
        var words = label.Replace('_', ' ').Replace('-', ' ');
        return Sentinels.Contains(label)
            || Sentinels.Contains(words)
            || SentinelBeginnings.Any(b => words.StartsWith(b, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsLocale(string label) =>
        label.Length == 5
        && label[2] is '-' or '_'
        && char.IsLower(label[0])
        && char.IsLower(label[1])
        && char.IsUpper(label[3])
        && char.IsUpper(label[4]);
}
