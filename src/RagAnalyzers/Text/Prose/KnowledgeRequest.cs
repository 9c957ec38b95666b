using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using static RagAnalyzers.Text.Prose.English.KnowledgeWords;

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
}
