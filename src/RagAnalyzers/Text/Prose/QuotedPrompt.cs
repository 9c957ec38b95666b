using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>
/// Recognises the line that announces another prompt, which is to be improved or judged: "Original prompt:". What stands behind it is material;
/// what it demands, it demands of nobody.
/// </summary>
internal static class QuotedPrompt
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // What is that long is no announcement.
    private const int LongestLine = 300;

    // All announcements end with one of them.
    private static readonly char[] Ends = { ':', '：', '>' };

    private static readonly char[] Wrapping = { ' ', '\t', '\r', '`', '"', '\'', '-', '=', '#', '*', '<' };

    private static readonly Regex[] Announcements =
    {
        new($@"\b{English.QuotedPromptWords.Given.Either}\s+(?:\w+\s+)?{English.QuotedPromptWords.Prompts.Either}\b[^.!?]*[:>]$", Options),
        new($@"\b{English.QuotedPromptWords.Tasks.Either}\s[^.!?]*\b{English.QuotedPromptWords.Prompts.Either}\b[^.!?]*:$", Options),
        new(
            $@"{Chinese.QuotedPromptWords.Given.Either}的?(?:系统|系統)?{Chinese.QuotedPromptWords.Prompts.Either}[^。！？]*[:：]$",
            Options
        ),
        new($@"{Chinese.QuotedPromptWords.Tasks.Either}[^。！？]*{Chinese.QuotedPromptWords.Prompts.Either}[^。！？]*[:：]$", Options),
    };

    /// <summary>A text ends with such a line, and perhaps with a fence or a quotation mark.</summary>
    public static bool IsAnnouncedBy(string text) =>
        text.Split('\n').LastOrDefault(static l => l.Any(char.IsLetter)) is { } line && IsAnnouncement(line);

    /// <summary>The text without what stands behind such a line in it, as far as the next empty line or placeholder.</summary>
    public static string Without(string text)
    {
        var lines = text.Split('\n');
        if (!Array.Exists(lines, IsAnnouncement))
        {
            return text;
        }

        var said = new List<string>();
        var isQuoted = false;
        foreach (var line in lines)
        {
            isQuoted = isQuoted && !string.IsNullOrWhiteSpace(line) && !line.Contains("{{");
            if (!isQuoted)
            {
                said.Add(line);
                isQuoted = IsAnnouncement(line);
            }
        }

        return string.Join("\n", said);
    }

    private static bool IsAnnouncement(string line)
    {
        var plain = line.Trim(Wrapping);
        return plain.Length is > 0 and <= LongestLine
            && Ends.Contains(plain[plain.Length - 1])
            && Array.Exists(Announcements, a => a.IsMatch(plain));
    }
}
