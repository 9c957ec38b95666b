using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Templates;

/// <summary>
/// The message in which a template's own rules belong: the first system message that its text opens, or else the first message. What
/// stands outside of the messages does not reach the model.
/// </summary>
internal static class FirstMessage
{
    private const string Opening =
        @"<message\b[^<>]*?\brole\s*=\s*[""']?{0}\b[^<>]*>|\{{\{{#message\b[^{{}}]*?\brole\s*=\s*[""']?{0}\b[^{{}}]*\}}\}}|\A\s*{0}:[ \t]*\r?\n";

    private static readonly Regex OfRules = new(
        string.Format(Opening, "(?:system|developer)"),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private static readonly Regex OfAny = new(
        string.Format(Opening, "(?:system|developer|user|assistant)"),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private static readonly Regex Opened = new(@"<message\b|\{\{#message\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The text opens messages, perhaps in a way that is not understood.</summary>
    public static bool IsOpenedIn(string text) => Opened.IsMatch(text) || OfAny.IsMatch(text);

    /// <summary>Where the message's words begin; null when no opening is understood.</summary>
    public static int? StartIn(string text)
    {
        var opening = OfRules.Match(text) is { Success: true } rules ? rules : OfAny.Match(text);
        if (!opening.Success)
        {
            return null;
        }

        var at = opening.Index + opening.Length;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
