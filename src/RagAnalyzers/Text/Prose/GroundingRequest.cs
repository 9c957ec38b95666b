using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>
/// Finds out whether the words around passages tell the model to answer from them. English, German, French, Spanish, Portuguese, Chinese
/// and Japanese are read; of a prompt in another language nothing is said.
/// </summary>
internal static class GroundingRequest
{
    private static readonly ImmutableArray<GroundingLanguage> Languages = ImmutableArray.Create(
        English.GroundingWords.All,
        German.GroundingWords.All,
        French.GroundingWords.All,
        Spanish.GroundingWords.All,
        Portuguese.GroundingWords.All,
        Chinese.GroundingWords.All,
        Japanese.GroundingWords.All
    );

    // A label or two in front of the passages are words of no language.
    private const int FewWords = 3;

    private const int WordsOfSentence = 4;

    // Of a template: its variables are no words.
    private static readonly Regex Placeholder = new(@"\{\{[^{}]*\}\}", RegexOptions.CultureInvariant);

    private static readonly Regex Word = new(@"\p{L}+", RegexOptions.CultureInvariant);

    /// <summary>
    /// The texts are all that a prompt says beside its passages and its question: they have the model answer somebody, and nothing ties
    /// the answer to the passages.
    /// </summary>
    public static bool IsMissingIn(IReadOnlyCollection<string> texts)
    {
        var words = texts.Select(WithoutVariables).ToList();
        return AreRead(words)
            && !words.Exists(static t => Languages.Any(l => l.Grounds(t) || l.HasOtherTask(t)) || SpeaksOfPassages(t))
            && texts.Any(static t => Languages.Any(l => l.Answers(t)));
    }

    /// <summary>The words of a text that may be a template.</summary>
    public static string WithoutVariables(string text) => Placeholder.Replace(text, " ");

    /// <summary>The texts have the model answer somebody, and do not have it work on the passages in another way.</summary>
    public static bool IsAnswering(IReadOnlyCollection<string> texts) =>
        texts.Any(static t => Languages.Any(l => l.Answers(t))) && !HaveOtherTask(texts) && !texts.Any(OtherLanguages.AreIn);

    /// <summary>One of the texts has the model work on what it is given: summarise it, translate it.</summary>
    public static bool HaveOtherTask(IReadOnlyCollection<string> texts) => texts.Any(static t => Languages.Any(l => l.HasOtherTask(t)));

    /// <summary>The texts are in languages that are read, or are a few words of none.</summary>
    public static bool AreRead(IReadOnlyCollection<string> texts) => texts.All(CanBeRead) && !texts.Any(OtherLanguages.AreIn);

    /// <summary>The texts are English, as far as their words tell.</summary>
    public static bool IsEnglish(IReadOnlyCollection<string> texts) =>
        texts.Any(static t => English.GroundingWords.All.IsIn(t) || English.GroundingWords.All.Answers(t))
        && !texts.Any(OtherLanguages.AreIn)
        && !texts.Any(static t => Languages.Any(l => l != English.GroundingWords.All && l.IsIn(t) && !English.GroundingWords.All.IsIn(t)));

    /// <summary>
    /// A sentence is about the passages: there are more ways to tie an answer to them than any list has. A label, <c>Documents:</c>, is no sentence,
    /// and one that says who the model is ("You are an assistant for the company's documents") ties nothing.
    /// </summary>
    private static bool SpeaksOfPassages(string text) =>
        Languages.Any(l => l.NamesPassages(text))
        && PromptSentences.Any(
            text,
            static s => !IsLabel(s) && Languages.Any(l => l.NamesPassages(s)) && !Languages.Any(l => l.SaysWho(s))
        );

    private static bool IsLabel(string sentence) =>
        sentence.EndsWith(":", StringComparison.Ordinal) || sentence.Split(' ').Length < WordsOfSentence;

    private static bool CanBeRead(string text) =>
        (Word.Matches(text).Count <= FewWords && text.All(static c => c < '\u0250')) || Languages.Any(l => l.IsIn(text) || l.Answers(text));
}
