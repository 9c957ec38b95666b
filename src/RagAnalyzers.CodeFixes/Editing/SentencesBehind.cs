using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>The text behind a value, in two: what closes the value, and the sentences on the lines below.</summary>
/// <param name="Close">What closes the value on its line: a tag, a quotation mark, nothing.</param>
/// <param name="Gap">The line ends between the two, as they are written.</param>
/// <param name="Sentences">The sentences, as they are written.</param>
internal sealed record SentencesBehind(string Close, string Gap, string Sentences)
{
    private static readonly Regex Closing = new(@"^\s*(</[\w-]+>|\W*)\s*$", RegexOptions.CultureInvariant);

    // Moved, they would point to where nothing is.
    private static readonly Regex Pointing = new(
        @"\b(above|below|following|preceding|previous|earlier|here)\b|:\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    /// <summary>The parts; null where no sentences begin on a line of their own, or they say where the value is.</summary>
    /// <param name="text">The text as it is written.</param>
    /// <param name="lineEnd">How a line end is written in it.</param>
    public static SentencesBehind? Of(string text, string lineEnd)
    {
        // Lines that close the value belong to it.
        var (close, start) = (0, 0);
        while (
            text.IndexOf(lineEnd, start, StringComparison.Ordinal) is >= 0 and var at && Closing.IsMatch(text.Substring(start, at - start))
        )
        {
            close = text.Substring(start, at - start).Trim().Length > 0 ? at : close;
            start = at + lineEnd.Length;
        }

        if (start == 0)
        {
            return null;
        }

        start += text.Substring(start).TakeWhile(char.IsWhiteSpace).Count();
        var sentences = text.Substring(start).TrimEnd();
        while (sentences.EndsWith(lineEnd, StringComparison.Ordinal))
        {
            sentences = sentences.Substring(0, sentences.Length - lineEnd.Length).TrimEnd();
        }

        return sentences.Any(char.IsLetter) && !Pointing.IsMatch(sentences)
            ? new SentencesBehind(text.Substring(0, close).TrimEnd(), text.Substring(close, start - close), sentences)
            : null;
    }
}
