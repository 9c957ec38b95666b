using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>
/// Recognises the sentence of a prompt that demands JSON, XML, YAML or CSV for the whole answer. What is only talked about, is
/// input, is a part of the answer, is negated, or holds under a condition is no such demand; neither is anything in a language without a list of words.
/// </summary>
internal static class RequestedFormat
{
    /// <summary>The letters of a format stand somewhere in the text; most prompts have none, and are not split into sentences.</summary>
    public static bool MayBeIn(string text) =>
        English.FormatWords.Formats.Any(f => text.IndexOf(f, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The format that a text demands, in capitals, and the words that demand it; null when it demands none.</summary>
    public static (string Format, string Words)? In(string text)
    {
        if (!MayBeIn(text))
        {
            return null;
        }

        try
        {
            if (!FormatDemands.Name.IsMatch(text))
            {
                return ForeignFormatDemands.In(PromptSentences.Of(text));
            }

            if (FormatDemands.OtherParts.IsMatch(text))
            {
                return null;
            }

            var sentences = PromptSentences.Of(text).ToList();
            foreach (var sentence in sentences.Where(static s => FormatDemands.Name.IsMatch(s) && !FormatDemands.None.IsMatch(s)))
            {
                foreach (var demand in FormatDemands.All.Select(d => d.Match(sentence)).Where(static m => m.Success))
                {
                    if (!FormatDemands.Negation.IsMatch(sentence.Substring(0, demand.Index + Lead(demand.Value))))
                    {
                        return (demand.Groups["format"].Value.ToUpperInvariant(), sentence);
                    }
                }
            }

            return ForeignFormatDemands.In(sentences);
        }
        catch (RegexMatchTimeoutException)
        {
            // What takes that long is no sentence.
        }

        return null;
    }

    /// <summary>The words before the verb belong to what may turn it around.</summary>
    private static int Lead(string demand) => demand.Length - demand.TrimStart(',', ';', ':', '(', '>', '–', '—', ' ').Length;
}
