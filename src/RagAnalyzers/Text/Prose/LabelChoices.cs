using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>Reads off the text of a prompt which labels it lets the model choose from.</summary>
internal static class LabelChoices
{
    // One choice as prompts write it: a word, or some words in quotes.
    private const string Choice = @"[""'`*]+[\w -]+[""'`*]+|[<\[({]?\b[\w-]+\b[>\])}]?";

    // The conjunctions of the languages that write them as words between spaces.
    private const string Or =
        @",?\s*\b(?:or|oder|ou|o|\u0438\u043b\u0438|\u6216\u8005?|[\u9084\u8fd8]\u662f|\u307e\u305f\u306f|\ub610\ub294|and(?!\W+(?:nothing|no|not|only|then)\b))\b";

    private const string Alternatives = $@"(?<a>{Choice})\s*(?<by>[/|]|{Or}|,)\s*(?<b>{Choice})";

    // What leads into a list of choices.
    private const string Lead =
        @"\b(?:one of|either|choose|pick|select|options|labels|categories|classes|values|choices)\b\W+(?:\w+\W+){0,4}$";

    // "reply with only", "answer with just the word"
    private const string Say =
        @"\b(?:repl(?:y|ies)|respond|answer|return|output|say|write|print|state|give|produce|emit|with)\b\W+(?:(?:me|back|with|using|by saying)\W+)*";

    private const string Noun = "(?:word|label|token|string|phrase|term)s?";

    // What comes behind a word that is to be said alone: the end of the phrase, or the condition.
    private const string End = @"[""'`*]*\s*(?:[.,;:!)\r\n]|$|\b(?:if|when|or|otherwise|else|unless|and nothing)\b)";

    // What stands between two labels of which each has its condition: "'spam' if so, 'ham' if not".
    private const string Condition =
        @"\b(?:otherwise|else|if not|or)\b|\b(?:if|when|for|unless)\b.*(?:[,;]|\b(?:and|reply|respond|answer|return|say|output|write|with))\s*(?:only|just|with)?\W*$";

    private const int Neighbourhood = 80;

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // The text of a user's program: a pattern must not take long on any of it.
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    private static readonly char[] Brackets = { '[', ']', '(', ')', '<', '>', '{', '}' };

    private static readonly char[] Quotes = { '"', '\'', '`', '*' };

    // "No INSERT/UPDATE/DELETE": what is refused is no choice.
    private static readonly Regex RefusedPattern = new(
        @"\b(no|never|without|avoid|do not (?:use|write|return)|don't (?:use|write|return))[ \t]+[\w-]+(?:[/|][\w-]+)+",
        AnyCase,
        Limit
    );

    private static readonly Regex AlternativesPattern = new(Alternatives, AnyCase, Limit);

    private static readonly Regex LeadPattern = new(Lead, AnyCase, Limit);

    private static readonly Regex ConditionPattern = new(Condition, AnyCase, Limit);

    // Round brackets with commas hold remarks: "(formally, politely)".
    private static readonly Regex BracketedPattern = new(
        $@"[\[{{<]{LabelLists.Item}(?:[,/|]{LabelLists.Item})+[\]}}>]|\({LabelLists.Item}(?:[/|]{LabelLists.Item})+\)",
        AnyCase,
        Limit
    );

    // What a colon follows names a field: "ASSIGNED: [name or 'Unassigned']".
    private static readonly Regex MarkedPattern = new(
        @"(?<![\w""'`])[""'`](?<m>[\w -]{1,40})[""'`](?![\w""'`])|\b(?<m>[A-Z][A-Z_]+)\b(?!\s*:)",
        RegexOptions.CultureInvariant,
        Limit
    );

    /// <summary>The text offers the label beside another choice, in whatever form lists of choices have.</summary>
    public static bool Offers(string text, string label) =>
        Safely(() =>
            text.IndexOf(label, StringComparison.OrdinalIgnoreCase) >= 0
            && RefusedPattern.Replace(text, "$1") is var offered
            && (
                Matches(offered, $@"(?:^|\n)\s*(?:[-*\u2022]|\d+[.)])\s*[""'`*]*{Word(label)}[""'`*]*\s*(?:[:\n\u2013-]|$)")
                || IsAlternative(offered, label)
                || IsBracketed(offered, label)
                || IsConditional(offered, label)
            )
        );

    /// <summary>The text asks for the label and nothing else, in one case at least: "reply with the single word yes".</summary>
    public static bool AsksForAlone(string text, string label) =>
        Safely(() =>
        {
            var word = $@"[""'`*]*{Word(label)}";
            return text.IndexOf(label, StringComparison.OrdinalIgnoreCase) >= 0
                && (
                    Matches(text, $@"\b(?:single|one|exact|only the|just the|exactly the|with the)\W+(?:[\w-]+\W+)?{Noun}\W+{word}")
                    || Matches(
                        text,
                        $@"{Say}(?:only|just|exactly|simply|solely)\W+(?:with\W+)?(?:(?:the\W+)?(?:exact\W+)?{Noun}\W+)?{word}{End}"
                    )
                    || Matches(text, $@"{word}[""'`*]*\W+(?:and\W+nothing\W+(?:else|more)|only[""'`]?\s*[.!\n])")
                );
        });

    /// <summary>The word occurs in the text.</summary>
    public static bool Mentions(string text, string label) => Safely(() => Matches(text, Word(label)));

    /// <summary>A word that begins like this occurs in the text.</summary>
    public static bool MentionsBeginning(string text, string beginning) =>
        Safely(() => Matches(text, $@"(?<!\w){Regex.Escape(beginning)}"));

    /// <summary>
    /// The text has the label beside another choice that is written in the same manner: "person's name or 'Unassigned'" is no choice of
    /// labels.
    /// </summary>
    private static bool IsAlternative(string text, string label)
    {
        // Each choice can be the second one of a pair and the first one of the next, so the search goes on behind the first.
        var at = 0;
        var previous = Match.Empty;
        while (AlternativesPattern.Match(text, at) is { Success: true } match)
        {
            var (a, b) = (match.Groups["a"], match.Groups["b"]);
            var isAlike = IsAlike(a.Value, b.Value);

            // A comma between two words separates clauses as well ("if it is spam, say so"), and "mushrooms and onions" are what is wanted; a
            // list has three items, or is announced.
            var isList =
                !Joins(match.Groups["by"].Value)
                || (previous.Groups["b"] is { Success: true } last && last.Index == a.Index)
                || (isAlike && IsAnnounced(text, a.Index));
            if (isAlike && isList && (Is(a.Value, label) || Is(b.Value, label) || Is(previous.Groups["a"].Value, label)))
            {
                return true;
            }

            previous = isAlike ? match : Match.Empty;
            at = a.Index + Math.Max(1, a.Length);
        }

        return false;
    }

    private static bool Joins(string separator) =>
        separator == "," || string.Equals(separator.Trim(',', ' ', '\t', '\r', '\n'), "and", StringComparison.OrdinalIgnoreCase);

    private static bool IsAnnounced(string text, int at)
    {
        var start = Math.Max(0, at - Neighbourhood);
        return LeadPattern.IsMatch(text.Substring(start, at - start));
    }

    /// <summary>The label is an item of a list in brackets: <c>{bug, question}</c>, <c>[yes/no]</c>.</summary>
    private static bool IsBracketed(string text, string label) =>
        BracketedPattern
            .Matches(text)
            .Cast<Match>()
            .Select(static m => m.Groups["i"].Captures.Cast<Capture>().Select(static c => c.Value.Trim(' ', '"', '\'', '`')).ToList())
            .Any(items => items.Contains(label, StringComparer.OrdinalIgnoreCase) && items.TrueForAll(static i => LabelTexts.IsShort(i)));

    /// <summary>The label and another one have each its own condition: "'spam' if so, 'ham' if not".</summary>
    private static bool IsConditional(string text, string label)
    {
        var marked = MarkedPattern.Matches(text).Cast<Match>().ToList();
        for (var i = 1; i < marked.Count; i++)
        {
            var (left, right) = (marked[i - 1], marked[i]);
            var start = left.Index + left.Length;
            var isPair = Is(left.Groups["m"].Value, label)
                ? IsOther(right, label)
                : Is(right.Groups["m"].Value, label) && IsOther(left, label);
            if (
                isPair
                && right.Index - start is > 0 and <= Neighbourhood
                && text.Substring(start, right.Index - start) is var between
                && between.IndexOf('\n') < 0
                && ConditionPattern.IsMatch(between)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOther(Match marked, string label) =>
        marked.Groups["m"].Value is var other && !Is(other, label) && other.IndexOf(' ') < 0 && LabelTexts.IsLabel(other);

    private static bool Is(string choice, string label) =>
        string.Equals(choice.Trim(Brackets).Trim(Quotes), label, StringComparison.OrdinalIgnoreCase);

    private static bool IsAlike(string left, string right)
    {
        // A choice in brackets of its own is a placeholder: "<name> or Unassigned".
        if (IsEnclosed(left) != IsEnclosed(right))
        {
            return false;
        }

        var (a, b) = (left.Trim(Brackets), right.Trim(Brackets));
        return Quotes.Contains(a[0]) == Quotes.Contains(b[0]) && (Quotes.Contains(a[0]) || IsUpper(a) == IsUpper(b));
    }

    private static bool IsEnclosed(string choice) => Brackets.Contains(choice[0]) && Brackets.Contains(choice[choice.Length - 1]);

    private static bool IsUpper(string choice) => choice.Any(char.IsUpper) && !choice.Any(char.IsLower);

    private static string Word(string label) => $@"(?<!\w){Regex.Escape(label)}(?!\w)";

    private static bool Matches(string text, string pattern) => Regex.IsMatch(text, pattern, AnyCase, Limit);

    private static bool Safely(Func<bool> question)
    {
        try
        {
            return question();
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
