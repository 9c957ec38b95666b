using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>
/// Finds the words in a prompt that ask for current or internal knowledge: in one sentence, a request (answer from, reference,
/// what is), a word that says the knowledge is current or one's own (latest, today's, our), and what it is (a knowledge term). English
/// only.
/// </summary>
internal static class KnowledgeRequest
{
    // Between "our" and "policies": "our latest internal policies".
    private const int MostWordsBetween = 2;

    // Between the request and "our": "what are the opening hours and our prices" is none any more.
    private const int Near = 4;

    private static readonly Regex Sentence = new(@"[^.!?;:\r\n]+", RegexOptions.CultureInvariant);
    private static readonly Regex Word = new(@"[\p{L}]+(?:['’-][\p{L}]+)*|[^\s\p{L}]", RegexOptions.CultureInvariant);

    private static readonly ImmutableHashSet<string> Fresh = Words(
        "latest",
        "newest",
        "up-to-date",
        "today's",
        "most recent",
        "recent",
        "current"
    );
    private static readonly ImmutableHashSet<string> Own = Words("our", "internal", "company", "company's", "in-house");

    // Knowledge that is kept somewhere else and changes there; the current article is the one at hand.
    private static readonly ImmutableHashSet<string> KeptCurrent = Words(
        "policy",
        "policies",
        "price",
        "prices",
        "pricing",
        "inventory",
        "stock",
        "catalog",
        "catalogs",
        "catalogue",
        "catalogues",
        "schedule",
        "schedules",
        "menu",
        "menus",
        "news",
        "handbook",
        "faq",
        "faqs",
        "wiki"
    );

    private static readonly ImmutableHashSet<string> AnswerVerbs = Words(
        "answer",
        "answers",
        "answering",
        "respond",
        "reply",
        "inform",
        "advise"
    );
    private static readonly ImmutableHashSet<string> AnswerSources = Words(
        "from",
        "using",
        "with",
        "on",
        "to",
        "about",
        "per",
        "by",
        "regarding"
    );
    private static readonly ImmutableHashSet<string> LookUps = Words(
        "reference",
        "consult",
        "cite",
        "quote",
        "refer",
        "check",
        "search",
        "use",
        "using",
        "based",
        "according",
        "check",
        "up"
    );
    private static readonly ImmutableHashSet<string> Questions = Words(
        "what",
        "what's",
        "what’s",
        "which",
        "much",
        "tell",
        "list",
        "give",
        "provide",
        "show",
        "find",
        "get",
        "summarize",
        "summarise",
        "explain",
        "describe"
    );

    private static readonly ImmutableHashSet<string> Negations = Words(
        "not",
        "never",
        "no",
        "don't",
        "don’t",
        "cannot",
        "can't",
        "can’t",
        "without",
        "unless",
        "avoid",
        "refuse",
        "ignore",
        "lack",
        "rather"
    );

    // What makes it behaviour, or speaks of the model's own memory.
    private static readonly ImmutableHashSet<string> Otherwise = Words(
        "your",
        "style",
        "tone",
        "brand",
        "voice",
        "format",
        "formatting",
        "naming",
        "coding",
        "writing"
    );

    // With these a noun goes on: "knowledge base", "price list", "release notes".
    private static readonly ImmutableHashSet<string> NounEnds = Words(
        "base",
        "bases",
        "notes",
        "note",
        "list",
        "lists",
        "page",
        "pages",
        "data",
        "information",
        "info",
        "details",
        "sheet",
        "sheets",
        "feed",
        "documents",
        "document",
        "documentation",
        "docs",
        "entries",
        "database",
        "portal",
        "center",
        "levels",
        "headlines",
        "updates",
        "articles",
        "catalog",
        "catalogue",
        "library",
        "line-up",
        "range"
    );

    private static readonly ImmutableHashSet<string> Followers = Words(
        "to",
        "and",
        "or",
        "for",
        "when",
        "in",
        "of",
        "if",
        "before",
        "as",
        "on",
        "at",
        "about",
        "that",
        "which",
        "with",
        "is",
        "are",
        "only",
        "first",
        "from",
        "by",
        "via",
        "regarding",
        "concerning",
        "whenever",
        "while",
        "but",
        "so",
        "please",
        "then",
        "instead",
        "today",
        "now"
    );

    // Only with more behind them do these name knowledge: "use our product" does not, "use our product catalog" does.
    private static readonly ImmutableHashSet<string> Bare = Words("product", "products", "release", "releases", "knowledge", "manual");

    /// <summary>What the text asks for ("our latest internal policies"), or null.</summary>
    public static string? In(string text, KnowledgeTerms knowledge) =>
        Sentence
            .Matches(text)
            .Cast<Match>()
            .Select(s => InSentence(Word.Matches(s.Value).Cast<Match>().Select(static w => w.Value).ToList(), knowledge))
            .FirstOrDefault(static p => p is not null);

    private static string? InSentence(IReadOnlyList<string> spelt, KnowledgeTerms knowledge)
    {
        var words = spelt.Select(static w => w.Replace('’', '\'').ToLowerInvariant()).ToList();
        if (words.Exists(Negations.Contains))
        {
            return null;
        }

        for (var at = 0; at < words.Count; at++)
        {
            if (!IsQualifier(words[at]) || !IsAskedFor(words, at))
            {
                continue;
            }

            var from = at;
            while (at + 1 < words.Count && IsQualifier(words[at + 1]))
            {
                at++;
            }

            if (EndOfNoun(words, from, at, knowledge) is { } end)
            {
                return string.Join(" ", spelt.Skip(from).Take(end - from + 1));
            }
        }

        return null;
    }

    private static bool IsQualifier(string word) => Fresh.Contains(word) || Own.Contains(word);

    /// <summary>
    /// The last word of what is asked for, when it is knowledge; the qualifiers stand from <paramref name="from"/> to
    /// <paramref name="last"/>.
    /// </summary>
    private static int? EndOfNoun(IReadOnlyList<string> words, int from, int last, KnowledgeTerms knowledge)
    {
        for (var at = last + 1; at < words.Count && at <= last + 1 + MostWordsBetween; at++)
        {
            if (Otherwise.Contains(words[at]) || !char.IsLetter(words[at][0]))
            {
                return null;
            }

            if (!IsTerm(words[at], knowledge))
            {
                continue;
            }

            var end = at;
            while (end + 1 < words.Count && (NounEnds.Contains(words[end + 1]) || IsTerm(words[end + 1], knowledge)))
            {
                end++;
            }

            var qualifiers = words.Skip(from).Take(last - from + 1).ToList();
            if (end == at && Bare.Contains(words[at]) && !(qualifiers.Exists(Own.Contains) && IsQuestion(words, from)))
            {
                return null;
            }

            if (qualifiers.TrueForAll(static q => q is "current") && !KeptCurrent.Contains(words[at]))
            {
                return null;
            }

            return end + 1 == words.Count || Followers.Contains(words[end + 1]) || !char.IsLetter(words[end + 1][0]) ? end : null;
        }

        return null;
    }

    private static bool IsTerm(string word, KnowledgeTerms knowledge) => !IsQualifier(word) && word != "today" && knowledge.In(word).Any();

    private static bool IsAskedFor(IReadOnlyList<string> words, int at)
    {
        var near = words.Take(at).Skip(Math.Max(0, at - Near)).ToList();
        if (near.Exists(Otherwise.Contains))
        {
            return false;
        }

        return near.Skip(Math.Max(0, near.Count - 3)).Any(LookUps.Contains) || IsQuestion(words, at);
    }

    /// <summary>"What are our ...", "Answer questions about our ...".</summary>
    private static bool IsQuestion(IReadOnlyList<string> words, int at)
    {
        var near = words.Take(at).Skip(Math.Max(0, at - Near)).ToList();
        return near.Exists(Questions.Contains)
            || (near.Skip(Math.Max(0, near.Count - 2)).Any(AnswerSources.Contains) && words.Take(at).Any(AnswerVerbs.Contains));
    }

    private static ImmutableHashSet<string> Words(params string[] words) => ImmutableHashSet.Create(StringComparer.Ordinal, words);
}
