using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Rules.Output;

/// <summary>Asks a prompt, as far as it can be read, whether it names a label.</summary>
internal static class NamedLabels
{
    // A shorter one begins too many words: "no" and "now".
    private const int ShortestStem = 4;

    /// <summary>The word occurs in the prompt.</summary>
    public static bool AreMentioned(Prompt prompt, string label) => Any(prompt, t => LabelChoices.Mentions(t, label));

    /// <summary>
    /// The word, or a longer one that begins with it, occurs in the prompt: who asks for "approved" may search for "approve".
    /// </summary>
    public static bool AreSpokenOf(Prompt prompt, string part) =>
        AreMentioned(prompt, part) || (part.Length >= ShortestStem && Any(prompt, t => LabelChoices.MentionsBeginning(t, part)));

    /// <summary>
    /// The prompt offers the label as one of several: beside another one ("yes or no", "bug, question, praise", "A|B"), or as an item
    /// of a list. A word that the prompt asks for in one case alone ("say SKIP if ...") is a sentinel.
    /// </summary>
    public static bool AreOffered(Prompt prompt, string label) =>
        (Opposite(label) is { } opposite && AreMentioned(prompt, label) && AreMentioned(prompt, opposite))
        || AreOfferedInWords(prompt, label)
        || IsChoice(prompt, label);

    /// <summary>One text of the prompt offers the label beside another one.</summary>
    public static bool AreOfferedInWords(Prompt prompt, string label) => Any(prompt, t => LabelChoices.Offers(t, label));

    /// <summary>The word is a language to the prompt, and no yes that stands beside its no.</summary>
    public static bool AreLanguages(Prompt prompt, string label) =>
        LabelTexts.IsLanguage(label) && !(Opposite(label) is { } opposite && AreMentioned(prompt, opposite));

    /// <summary>The other choices of the lists in which the prompt offers the labels, each once.</summary>
    public static ImmutableArray<string> Beside(Prompt prompt, IReadOnlyCollection<string> labels)
    {
        var choices = Choices(prompt).ToImmutableArray();
        return Texts(prompt)
            .SelectMany(LabelLists.In)
            .Append(choices)
            .Append(labels.Select(Opposite).OfType<string>().Where(o => AreMentioned(prompt, o)).Concat(labels).ToImmutableArray())
            .Where(list => list.Any(c => labels.Contains(c, StringComparer.OrdinalIgnoreCase)))
            .SelectMany(static list => list)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(c => !labels.Contains(c, StringComparer.OrdinalIgnoreCase))
            .ToImmutableArray();
    }

    /// <summary>The prompt offers a label that begins with the letter, or the letter itself.</summary>
    public static bool AreOfferedByLetter(Prompt prompt, string letter) =>
        AreOffered(prompt, letter) || LabelTexts.VerdictsWith(letter).Any(v => AreOffered(prompt, v));

    /// <summary>The prompt asks for the label and no other word, which leaves the model one choice more: to say anything else.</summary>
    public static bool AreAskedForAlone(Prompt prompt, string label) => Any(prompt, t => LabelChoices.AsksForAlone(t, label));

    /// <summary>The label is a text of its own in the prompt, beside other labels: the choices are put together from a list.</summary>
    private static bool IsChoice(Prompt prompt, string label) =>
        Choices(prompt) is { Count: > 1 } choices && choices.Contains(label, StringComparer.OrdinalIgnoreCase);

    private static List<string> Choices(Prompt prompt) =>
        Texts(prompt).Select(static t => t.Trim()).Where(LabelTexts.IsLabel).Distinct().ToList();

    private static string? Opposite(string label) =>
        label.ToUpperInvariant() switch
        {
            "YES" => "no",
            "NO" => "yes",
            "TRUE" => "false",
            "FALSE" => "true",
            "JA" => "nein",
            "NEIN" => "ja",
            "OUI" => "non",
            "NON" => "oui",
            _ => null,
        };

    private static bool Any(Prompt prompt, Func<string, bool> test) => Texts(prompt).Any(test);

    private static IEnumerable<string> Texts(Prompt prompt) => prompt.Parts.Select(static p => p.Text).OfType<string>();
}
