using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>A regular expression that is nothing but a list of words to choose from.</summary>
/// <param name="Labels">The words.</param>
/// <param name="IsWhole">The expression takes in the whole text.</param>
internal sealed record LabelPattern(ImmutableArray<string> Labels, bool IsWhole)
{
    // What may stand around the words: word borders, spaces, quotes, a full stop.
    private const string Around = @"(?:\\b|\\[sW][*+?]?\??|\[(?:[^\]\\\w]|\\s|\\.)+\][*?]\??|["" '`.]\??|\\\.\??|\.\*\??)";

    private static readonly Regex Options = new(@"^\(\?[imnsx-]+\)", RegexOptions.CultureInvariant);
    private static readonly Regex Before = new($"^{Around}+", RegexOptions.CultureInvariant);
    private static readonly Regex Behind = new($"{Around}+$", RegexOptions.CultureInvariant);
    private static readonly Regex Opening = new(@"^\((?:\?:|\?<\w+>|\?'\w+')?(?!\?)", RegexOptions.CultureInvariant);

    /// <summary>Reads an expression, or returns null when it is more than a list of words.</summary>
    public static LabelPattern? Read(string pattern)
    {
        var rest = Options.Replace(pattern, string.Empty);
        var begins = rest.StartsWith("^", System.StringComparison.Ordinal) || rest.StartsWith("\\A", System.StringComparison.Ordinal);
        var ends =
            rest.EndsWith("$", System.StringComparison.Ordinal)
            || rest.EndsWith("\\z", System.StringComparison.Ordinal)
            || rest.EndsWith("\\Z", System.StringComparison.Ordinal);
        rest = begins ? rest.Substring(rest[0] == '^' ? 1 : 2) : rest;
        rest = ends && rest.Length > 1 ? rest.Substring(0, rest.Length - (rest[rest.Length - 1] == '$' ? 1 : 2)) : rest;
        var words = new List<string>();
        return Collect(rest, words) && words.Count > 0 ? new LabelPattern(words.ToImmutableArray(), begins && ends) : null;
    }

    private static bool Collect(string pattern, List<string> words)
    {
        var parts = Split(pattern);
        if (parts.Count > 1)
        {
            return parts.TrueForAll(p => Collect(p, words));
        }

        var bare = Behind.Replace(Before.Replace(pattern, string.Empty), string.Empty);
        if (Opening.Match(bare) is { Success: true } opening && Closing(bare) == bare.Length - 1)
        {
            return Collect(bare.Substring(opening.Length, bare.Length - opening.Length - 1), words);
        }

        if (Word(bare) is not { } word)
        {
            return false;
        }

        words.Add(word);
        return true;
    }

    /// <summary>The alternatives at the top level.</summary>
    private static List<string> Split(string pattern)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '(' or '[':
                    depth++;
                    break;
                case ')' or ']':
                    depth--;
                    break;
                case '|' when depth == 0:
                    parts.Add(pattern.Substring(start, i - start));
                    start = i + 1;
                    break;
            }
        }

        parts.Add(pattern.Substring(start));
        return parts;
    }

    /// <summary>Where the group that the pattern begins with ends.</summary>
    private static int Closing(string pattern)
    {
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '(':
                    depth++;
                    break;
                case ')' when --depth == 0:
                    return i;
            }
        }

        return -1;
    }

    /// <summary>The word that a pattern of plain characters matches; null when it matches more.</summary>
    private static string? Word(string pattern)
    {
        var word = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length && pattern[i + 1] is '-' or ' ' or '/' or '_')
            {
                word.Append(pattern[++i]);
            }
            else if (char.IsLetterOrDigit(pattern[i]) || pattern[i] is ' ' or '-' or '_' or '/')
            {
                word.Append(pattern[i]);
            }
            else
            {
                return null;
            }
        }

        return word.Length > 0 && word.ToString().Any(char.IsLetter) ? word.ToString() : null;
    }
}
