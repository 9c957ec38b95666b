using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>
/// Recognises demands for a format in languages other than English. The languages are data; how they build a demand is told here, for those
/// with spaces between their words and for those without. A sentence that fits no pattern demands nothing.
/// </summary>
internal static class ForeignFormatDemands
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Letters of other scripts may stand right beside the name.
    private const string Format = @"(?<![A-Za-z0-9_./-])(?<format>json|xml|yaml|csv)(?![A-Za-z0-9_]|[./][A-Za-z])";

    private const string End = @"(?:\s*(?:$|[.,:;!?(){}\[])|\s+[\u2013\u2014-])";

    // What is that long is data.
    private const int LongestSentence = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private static readonly Regex Name = Pattern(Format);

    private static readonly Regex SentenceEnd = Pattern(@"(?<=[\u3002\uFF01\uFF1F\uFF1B])");

    // Patterns are costly to make, and most prompts name no format in another language.
    private static readonly Lazy<Regex[]> SpacedDemands = new(static () => Spaced().ToArray());

    private static readonly Lazy<Regex[]> UnspacedDemands = new(static () => Unspaced().ToArray());

    /// <summary>The format that a sentence demands, in capitals, and the sentence; null when none does.</summary>
    /// <param name="sentences">The sentences of a prompt.</param>
    public static (string Format, string Words)? In(IEnumerable<string> sentences) =>
        sentences
            .Where(static s => s.Length is > 0 and < LongestSentence)
            .SelectMany(static s => SentenceEnd.Split(s))
            .Where(static s => Name.IsMatch(s))
            .Select(static s => DemandIn(s.Trim()))
            .FirstOrDefault(static d => d is not null);

    private static (string Format, string Words)? DemandIn(string sentence)
    {
        var demands = sentence.Any(IsUnspaced) ? UnspacedDemands : SpacedDemands;
        var match = demands.Value.Select(d => d.Match(sentence)).FirstOrDefault(static m => m.Success);
        return match is null ? null : (match.Groups["format"].Value.ToUpperInvariant(), sentence);
    }

    /// <summary>The scripts of Chinese, Japanese and Korean.</summary>
    private static bool IsUnspaced(char letter) => letter is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';

    private static IEnumerable<Regex> Spaced() =>
        new[]
        {
            German.FormatWords.All,
            French.FormatWords.All,
            Spanish.FormatWords.All,
            Portuguese.FormatWords.All,
            Italian.FormatWords.All,
            Russian.FormatWords.All,
        }.SelectMany(static l => Spaced(l));

    private static IEnumerable<Regex> Spaced(FormatLanguage l)
    {
        // "an object in valid JSON format", in whatever order the language has it
        var around = $@"(?:{l.Qualifiers.Alternatives}|{l.Wholes.Alternatives})";
        var thing = $@"(?:{around}[\s'’]+)*{Format}(?:[\s-]+{around}(?!\w))*(?={End}|\s+{l.Continuations.Either}(?!\w))";
        var whole =
            $@"(?:{l.Qualifiers.Either}[\s'’]+)*(?:{Format}(?:[\s-]+{l.Qualifiers.Either})*[\s-]+{l.Wholes.Either}(?!\w)|{l.Wholes.Either}\s+(?:{l.Qualifiers.Either}\s+)*{Format})(?={End}|\s+{l.Continuations.Either}(?!\w))";
        var opening = $@"^(?:{l.Openings.Either}[\s,]+)*";
        var order = $@"{opening}{l.Orders.Either}(?!\w)\s*";
        var word = $@"(?!(?:{l.Turns.Alternatives}|{l.Negations.Alternatives})(?!\w))[\w'’-]+\s+";
        yield return Pattern($@"{order}(?:{word}){{0,10}}?{l.Leads.Either}\s+{thing}");
        yield return Pattern($@"{order}(?:{word}){{0,10}}?{l.PlacingLeads.Either}\s+{whole}");
        yield return Pattern($@"{opening}{l.Returning.Either}(?!\w)\s*:?\s*(?:{l.Only.Either}\s+)?{thing}");
        yield return Pattern($@"^{l.Answers.Either}\s+{l.Obligations.Either}\s+(?:{word}){{0,5}}?{thing}");
        yield return Pattern($@"^{l.Answers.Either}\s*:\s*{thing}");
        yield return Pattern($@"^{l.Only.Either}\s+{thing}");
    }

    private static IEnumerable<Regex> Unspaced() =>
        new[] { Chinese.FormatWords.All, Japanese.FormatWords.All, Korean.FormatWords.All }.SelectMany(static l => Unspaced(l));

    private static IEnumerable<Regex> Unspaced(UnspacedFormatLanguage l)
    {
        // Where the order stands before its object, a negation of the format itself is one, whatever it looks like.
        var affirmed = $@"{l.Affirmations.Either}{(l.OrdersStandBefore ? $@"(?!\s*(?:json|xml|yaml|csv))" : "")}";
        var innocent = $@"^(?=(?:{affirmed}|(?!{l.Negations.Either})[^\n])*(?:\n|$))";
        var thing = $@"{Format}\s*(?!{l.SomethingElse.Either})(?:{l.Wholes.Either}\s*)*(?!{l.SomethingElse.Either})";
        var between = $@"(?:(?!{l.SomethingElse.Either})[^,，、:：.。]){{0,8}}?";
        if (l.OrdersStandBefore)
        {
            yield return Pattern($@"{innocent}.{{0,200}}?{l.Leads.Either}[^,，.。]{{0,8}}?{thing}{between}{l.Orders.Either}");
            yield return Pattern(
                $@"{innocent}.{{0,200}}?{l.Orders.Either}[^,，.。:：]{{0,12}}?{thing}(?=\s*(?:$|[,，.。:：;；!！({{（\[]))"
            );
        }
        else
        {
            // The format is the order's object or manner: a particle leads on to it.
            yield return Pattern(
                $@"{innocent}.{{0,200}}?{Format}\s*(?!{l.SomethingElse.Either})(?:{l.Wholes.Either}\s*)+{between}{l.Orders.Either}"
            );
            yield return Pattern($@"{innocent}{l.Answers.Either}\p{{L}}?\s*[^,，、:：.。]{{0,10}}?{thing}{l.Obligations.Either}");
        }

        yield return Pattern($@"{innocent}{l.Answers.Either}\s*[:：]\s*{thing}\s*(?:$|[,，.。;；!！({{（\[])");
    }

    private static Regex Pattern(string pattern) => new(pattern, Options, Patience);
}
