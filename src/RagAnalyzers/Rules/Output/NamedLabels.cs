using System;
using System.Linq;
using System.Text.RegularExpressions;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Rules.Output;

/// <summary>Asks a prompt, as far as it can be read, whether it names a label.</summary>
internal static class NamedLabels
{
    // One choice as prompts write it: a word, or some words in quotes.
    private const string Choice = @"[""'`*]+[\w -]+[""'`*]+|[<\[({]?\b[\w-]+\b[>\])}]?";

    private const string Alternatives = $@"(?<a>{Choice})\s*(?<by>[/|]|,?\s*\b(?:or|and)\b|,)\s*(?<b>{Choice})";

    // A shorter one begins too many words: "no" and "now".
    private const int ShortestStem = 4;

    // The text of a user's program: a pattern must not take long on any of it.
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    private static readonly char[] Quotes = { '"', '\'', '`', '*', '[', ']', '(', ')', '<', '>', '{', '}' };

    private static readonly Regex AlternativesPattern = new(Alternatives, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);

    /// <summary>The word occurs in the prompt.</summary>
    public static bool AreMentioned(Prompt prompt, string label) => Any(prompt, Word(label));

    /// <summary>
    /// The word, or a longer one that begins with it, occurs in the prompt: who asks for "approved" may search for "approve".
    /// </summary>
    public static bool AreSpokenOf(Prompt prompt, string part) =>
        AreMentioned(prompt, part) || (part.Length >= ShortestStem && Any(prompt, $@"(?<!\w){Regex.Escape(part)}"));

    /// <summary>
    /// The prompt offers the label as one of several: beside another one ("yes or no", "bug, question, praise", "A|B"), or as an item
    /// of a list. A word that the prompt asks for in one case alone ("say SKIP if ...") is a sentinel.
    /// </summary>
    public static bool AreOffered(Prompt prompt, string label) =>
        (Opposite(label) is { } opposite && AreMentioned(prompt, label) && AreMentioned(prompt, opposite))
        || Any(prompt, $@"(?:^|\n)\s*(?:[-*•]|\d+[.)])\s*[""'`*]*{Word(label)}[""'`*]*\s*(?:[:\n–-]|$)")
        || prompt.Parts.Any(p => p.Text is { } text && IsAlternative(text, label))
        || IsChoice(prompt, label);

    /// <summary>The label is a text of its own in the prompt, beside other labels: the choices are put together from a list.</summary>
    private static bool IsChoice(Prompt prompt, string label) =>
        prompt.Parts.Select(static p => p.Text?.Trim()).OfType<string>().Where(LabelTexts.IsLabel).Distinct().ToList() is var choices
        && choices.Count > 1
        && choices.Contains(label, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The text has the label beside another choice that is written in the same manner: "person's name or 'Unassigned'" is no choice of
    /// labels.
    /// </summary>
    private static bool IsAlternative(string text, string label)
    {
        try
        {
            // Each choice can be the second one of a pair and the first one of the next, so the search goes on behind the first.
            var at = 0;
            var previous = Match.Empty;
            while (AlternativesPattern.Match(text, at) is { Success: true } match)
            {
                var (a, b) = (match.Groups["a"], match.Groups["b"]);
                var isAlike = IsAlike(a.Value, b.Value);

                // A comma between two words separates clauses as well ("if it is spam, say so"); a list has three items.
                var isList = match.Groups["by"].Value != "," || (previous.Groups["b"] is { Success: true } last && last.Index == a.Index);
                if (isAlike && isList && (Is(a.Value, label) || Is(b.Value, label) || Is(previous.Groups["a"].Value, label)))
                {
                    return true;
                }

                previous = isAlike ? match : Match.Empty;
                at = a.Index + Math.Max(1, a.Length);
            }

            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool Is(string choice, string label) => string.Equals(choice.Trim(Quotes), label, StringComparison.OrdinalIgnoreCase);

    private static bool IsAlike(string left, string right) =>
        Quotes.Contains(left[0]) == Quotes.Contains(right[0]) && (Quotes.Contains(left[0]) || IsUpper(left) == IsUpper(right));

    private static bool IsUpper(string choice) => choice.Any(char.IsUpper) && !choice.Any(char.IsLower);

    private static string? Opposite(string label) =>
        label.ToUpperInvariant() switch
        {
            "YES" => "no",
            "NO" => "yes",
            "TRUE" => "false",
            "FALSE" => "true",
            _ => null,
        };

    private static string Word(string label) => $@"(?<!\w){Regex.Escape(label)}(?!\w)";

    private static bool Any(Prompt prompt, string pattern) => prompt.Parts.Any(p => p.Text is { } text && Matches(text, pattern));

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
