using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>Finds out whether an English prompt says what is to be done where no passage was found; of other languages nothing is said.</summary>
internal static class NothingFoundRequest
{
    // By one word alone a text may be of another language.
    private const int EnoughWords = 2;

    // So few are labels, of whatever language: they say nothing about what is to be done.
    private const int FewWords = 3;

    private static readonly Regex Word = new(@"\p{L}+", RegexOptions.CultureInvariant);

    private static readonly WordSearch Common = English.NothingFoundWords.Common.Whole();

    private static readonly WordSearch Phrases = English.NothingFoundWords.Phrases.Whole();

    private static readonly WordSearch Conditions = English.NothingFoundWords.Conditions.Whole();

    private static readonly WordSearch Pointers = English.NothingFoundWords.Pointers.Whole();

    private static readonly WordSearch Passages = English.GroundingWords.Passages.Whole();

    /// <summary>The texts are all that a prompt says beside its passages and its question: English, and no word of what may be missing.</summary>
    public static bool IsMissingIn(IReadOnlyCollection<string> texts)
    {
        var all = string.Join(" ", texts.Select(GroundingRequest.WithoutVariables));
        return all.All(static c => c < '\u0250' || c == '\u2019')
            && (
                Word.Matches(all).Count <= FewWords
                || Common.In(all).Select(static w => w.ToLowerInvariant()).Distinct().Count() >= EnoughWords
            )
            && !OtherLanguages.AreIn(all)
            && !Phrases.IsIn(all)
            && !texts.Any(static t => SaysUnderACondition(t));
    }

    /// <summary>A sentence sets a condition on the passages: "if the documents are of another product, ...".</summary>
    private static bool SaysUnderACondition(string text) =>
        Conditions.IsIn(text) && PromptSentences.Any(text, static s => Conditions.IsIn(s) && (Passages.IsIn(s) || Pointers.IsIn(s)));
}
