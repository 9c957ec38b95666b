using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using RagAnalyzers.Text.Prose.English;

namespace RagAnalyzers.Text.Prose;

/// <summary>
/// Takes the text of a prompt apart into sentences, each without the bullets, emphasis and tags around its words. A text on which that
/// takes long throws <see cref="RegexMatchTimeoutException"/>.
/// </summary>
internal static class PromptSentences
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // What is that long is data.
    private const int LongestLine = 4000;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private static readonly Regex Bullet = Pattern(@"^(?:[\s\-*•#>|=]|\d+[.)]\s|[a-z][.)]\s|\*\*)+");

    private static readonly Regex SentenceEnd = Pattern(@"(?<=[.!?])\s+(?=[\p{L}\p{N}*""'`(\[-])");

    private static readonly Regex Tag = Pattern(@"</?[a-z][^<>]{0,60}>");

    private static readonly Regex Heading = Pattern($@"^{FormatWords.Headings.Either}\s*[:!-]\s*");

    private static readonly Regex Space = Pattern(@"\s+");

    /// <summary>One of the sentences is so; a text that takes too long is said to have one.</summary>
    public static bool Any(string text, Func<string, bool> isSo)
    {
        try
        {
            return Of(text).Any(isSo);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <summary>The sentences of a text, in their order.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var joined = "";
        foreach (var line in text.Split('\n').Select(static l => l.Trim()))
        {
            // Prose that was broken into lines goes on in the next one.
            var goesOn =
                joined.Length > 0
                && line.Length > 0
                && ".!?:".IndexOf(joined[joined.Length - 1]) < 0
                && (char.IsLower(line[0]) || joined[joined.Length - 1] == ',' || EndsOpen(joined));
            if (goesOn)
            {
                joined += " " + line;
                continue;
            }

            foreach (var sentence in Split(joined))
            {
                yield return sentence;
            }

            joined = line;
        }

        foreach (var sentence in Split(joined))
        {
            yield return sentence;
        }
    }

    private static bool EndsOpen(string line) =>
        FormatWords.OpenEndings.Any(e => line.EndsWith(" " + e, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Split(string line) =>
        line.Length > LongestLine
            ? Enumerable.Empty<string>()
            : SentenceEnd.Split(line).Select(static s => Plain(s)).Where(static s => s.Length > 0);

    private static string Plain(string sentence)
    {
        var plain = Tag.Replace(sentence, " ").Replace("**", "").Replace("`", "").Replace("_", " ");
        plain = Heading.Replace(Bullet.Replace(plain, ""), "");
        return Space.Replace(plain, " ").Trim();
    }

    private static Regex Pattern(string pattern) => new(pattern, Options, Patience);
}
