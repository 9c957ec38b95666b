using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>
/// Words and phrases that mean the same to a reader of prose, written as a text with commas between them. A pattern made of them takes
/// "block(s)" with and without the letter in parentheses, any white space for a space, and either apostrophe.
/// </summary>
internal sealed class WordList : IEnumerable<string>
{
    private static readonly char[] Separators = { ',', '\r', '\n' };

    private readonly ImmutableArray<string> _words;
    private readonly ImmutableHashSet<string> _set;

    private WordList(ImmutableArray<string> words, StringComparer comparer)
    {
        _words = words;
        _set = words.ToImmutableHashSet(comparer);
        Alternatives = string.Join("|", words.Select(Pattern));
    }

    /// <summary>The words as the alternatives of a pattern, without the group around them.</summary>
    public string Alternatives { get; }

    /// <summary>The words as the alternatives of a pattern, in a group.</summary>
    public string Either => $"(?:{Alternatives})";

    /// <summary>Finds one of them that stands apart from other letters, and, where labels are not meant, has no colon behind it.</summary>
    public WordSearch Whole(bool butNoLabels = false) => new(_words, standApart: true, butNoLabels);

    /// <summary>Finds one of them between any letters, as in languages that write no spaces.</summary>
    public WordSearch Anywhere() => new(_words, standApart: false);

    /// <summary>The list of a text such as "latest, most recent"; its lines end a word as commas do.</summary>
    public static WordList Of(string words) => Of(words, StringComparer.Ordinal);

    /// <summary>The same; <paramref name="comparer"/> decides which words <see cref="Contains"/> takes for one of the list.</summary>
    public static WordList Of(string words, StringComparer comparer) =>
        new(
            words
                .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
                .Select(static w => w.Trim())
                .Where(static w => w.Length > 0)
                .ToImmutableArray(),
            comparer
        );

    /// <summary>The word stands in the list, spelt as it is there.</summary>
    public bool Contains(string word) => _set.Contains(word);

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Pattern(string word) =>
        Regex.Replace(Regex.Escape(word).Replace(@"\ ", @"\s+").Replace("'", "['’]"), @"\\\((\w)(?:\\\)|\))", "$1?");
}
