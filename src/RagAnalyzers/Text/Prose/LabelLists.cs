using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>
/// Finds the lists of choices in the text of a prompt: in brackets, in quotes, with bars, in capitals, announced, or as items. A list is given
/// whole or not at all.
/// </summary>
internal static class LabelLists
{
    private const int Most = 20;

    private const string Word = @"(?<i>[\p{L}][\w-]*)";

    private const string Quoted = @"[""'`](?<i>[\w -]{1,40})[""'`]";

    private const string Capitals = @"(?<i>\b[A-Z][A-Z_]+\b)";

    private const string Conjunction = @"(?:or|and|oder|und|ou|o|et|e|y)";

    private const string Between = $@"\s*(?:,\s*{Conjunction}\b|,|[/|]|\b{Conjunction}\b)\s*";

    /// <summary>What stands between brackets and separators, as a pattern that captures it.</summary>
    public const string Item = @"(?<i>[\s""'`]*[\w -]+[\s""'`]*)";

    // What leads into choices that are written as plain words; the end of the phrase ends them.
    private const string Lead =
        @"(?:\b(?:with|as|is|are|either|of|these|labels|categories|classes|values|choices|options|sentiment|word)\b:?|:)\s+(?:(?:only|just|exactly|either)\s+)?";

    // What says of the words after its colon that they are all there are.
    private const string Announced = @"\b(?:of|these|following|labels|categories|classes|values|choices|options)";

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    private static readonly ImmutableArray<Regex> Forms = ImmutableArray.Create(
        Pattern($@"[\[{{<(]{Item}(?:[,/|]{Item})+[\]}}>)]", RegexOptions.None),
        Pattern($@"{Quoted}(?:{Between}{Quoted})+", RegexOptions.IgnoreCase),
        Pattern($@"(?<![\w/|]){Word}(?:\s*\|\s*{Word})+(?![\w/|])", RegexOptions.IgnoreCase),
        Pattern($@"(?<![\w/|:.]){Word}(?:/{Word})+(?![\w/|.])", RegexOptions.IgnoreCase),
        Pattern($"{Capitals}(?:{Between}{Capitals})+", RegexOptions.None),
        Pattern($@"{Lead}{Word}(?:\s*,\s*{Word})*\s*,?\s*\b{Conjunction}\s+{Word}\s*(?=[.;:?!)\r\n]|$)", RegexOptions.IgnoreCase),
        Pattern($@"{Announced}\s*:\s*{Word}(?:\s*,\s*{Word})+\s*(?=[.;\r\n]|$)", RegexOptions.IgnoreCase),
        Pattern(
            @"(?:(?:^|\n)[ \t]*(?:[-*\u2022]|\d+[.)])[ \t]*[""'`*]*(?<i>[\w -]{1,40}?)[""'`*]*[ \t]*(?:[:\u2013-][^\n]*)?(?=\r?\n|$)\r?){2,}",
            RegexOptions.None
        )
    );

    /// <summary>The lists in the order of their forms; a text that takes too long to read has none.</summary>
    public static IEnumerable<ImmutableArray<string>> In(string text)
    {
        foreach (var form in Forms)
        {
            foreach (var items in Read(form, text))
            {
                yield return items;
            }
        }
    }

    private static List<ImmutableArray<string>> Read(Regex form, string text)
    {
        try
        {
            return form.Matches(text)
                .Cast<Match>()
                .Select(static m => m.Groups["i"].Captures.Cast<Capture>().Select(static c => LabelTexts.Bare(c.Value)).ToImmutableArray())
                .Where(static items => items.Length is > 1 and <= Most && items.All(LabelTexts.IsLabel))
                .ToList();
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    private static Regex Pattern(string pattern, RegexOptions options) => new(pattern, options | RegexOptions.CultureInvariant, Limit);
}
