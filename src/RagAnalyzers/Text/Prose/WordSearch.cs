using System.Collections.Generic;
using System.Linq;

namespace RagAnalyzers.Text.Prose;

/// <summary>
/// Finds the words and phrases of a list in a text, in whatever case. A pattern of as many alternatives tries all of them at every letter of a
/// prompt, which takes longer than all that is done with what they find.
/// </summary>
internal sealed class WordSearch
{
    /// <summary>Stands before a letter of a word that may be missing.</summary>
    private const char Optional = '\u0001';

    private readonly Dictionary<char, List<string>> _byFirst;
    private readonly bool _standApart;
    private readonly bool _butNoLabels;

    /// <param name="words">The words, as <see cref="WordList"/> writes them.</param>
    /// <param name="standApart">Other letters stand neither before nor behind what is found.</param>
    /// <param name="butNoLabels">No colon stands behind it.</param>
    public WordSearch(IEnumerable<string> words, bool standApart, bool butNoLabels = false)
    {
        _byFirst = words.Select(Spelt).GroupBy(static w => w[0]).ToDictionary(static g => g.Key, static g => g.ToList());
        _standApart = standApart;
        _butNoLabels = butNoLabels;
    }

    /// <summary>One of them stands in the text.</summary>
    public bool IsIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (EndAt(text, at) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text begins with one of them.</summary>
    public bool Begins(string text) => text.Length > 0 && EndAt(text, 0) >= 0;

    /// <summary>Those that stand in the text, as they are written there.</summary>
    public IEnumerable<string> In(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (EndAt(text, at) is >= 0 and var end)
            {
                yield return text.Substring(at, end - at);
                at = end - 1;
            }
        }
    }

    /// <summary>Where the word ends that begins at a place; negative where none does.</summary>
    private int EndAt(string text, int at)
    {
        if ((_standApart && at > 0 && char.IsLetter(text[at - 1])) || !_byFirst.TryGetValue(char.ToLowerInvariant(text[at]), out var words))
        {
            return -1;
        }

        foreach (var word in words)
        {
            if (EndOf(word, 0, text, at) is >= 0 and var end)
            {
                return end;
            }
        }

        return -1;
    }

    private int EndOf(string word, int from, string text, int at)
    {
        for (; from < word.Length; from++)
        {
            if (word[from] == Optional)
            {
                return EndOf(word, from + 1, text, at) is >= 0 and var longer ? longer : EndOf(word, from + 2, text, at);
            }

            if (at >= text.Length)
            {
                return -1;
            }

            if (word[from] == ' ')
            {
                if (!char.IsWhiteSpace(text[at]))
                {
                    return -1;
                }

                at = PastSpaces(text, at);
            }
            else if (Same(word[from], text[at]))
            {
                at++;
            }
            else
            {
                return -1;
            }
        }

        return (_standApart && at < text.Length && char.IsLetter(text[at])) || (_butNoLabels && IsColon(text, PastSpaces(text, at)))
            ? -1
            : at;
    }

    private static bool Same(char ofWord, char ofText) => ofWord == char.ToLowerInvariant(ofText) || (ofWord == '\'' && ofText == '\u2019');

    private static bool IsColon(string text, int at) => at < text.Length && text[at] == ':';

    private static int PastSpaces(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static string Spelt(string word)
    {
        var spelt = new List<char>();
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '(' && i + 2 < word.Length && word[i + 2] == ')' && (char.IsLetterOrDigit(word[i + 1]) || word[i + 1] == '_'))
            {
                spelt.Add(Optional);
                spelt.Add(char.ToLowerInvariant(word[i + 1]));
                i += 2;
            }
            else
            {
                spelt.Add(char.ToLowerInvariant(word[i]));
            }
        }

        return new string(spelt.ToArray());
    }
}
