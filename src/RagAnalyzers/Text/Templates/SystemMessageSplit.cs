using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Text.Templates;

/// <summary>
/// Moves variables of a template out of the system message that it opens, by tags or by Handlebars' helper, into a user message behind it.
/// Sentences before them stay.
/// </summary>
internal static class SystemMessageSplit
{
    private static readonly Regex Message = new(
        @"(?<open><message\b[^<>]*?\brole\s*=\s*[""']?)(?<role>system|developer)(?<end>\b[^<>]*>)(?<said>.*?)(?<close></message>)"
            + @"|(?<open>\{\{#message\b[^{}]*?\brole\s*=\s*[""']?)(?<role>system|developer)(?<end>\b[^{}]*\}\})(?<said>.*?)(?<close>\{\{/message\}\})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    );

    private static readonly Regex Braces = new(@"\{\{.*?\}\}", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex Sentence = new(@"[.!](?=\s)", RegexOptions.CultureInvariant | RegexOptions.RightToLeft);

    /// <summary>
    /// The edits of the template's text; null when the variables are not in one such message, when they stand inside a block that begins
    /// before them, or when more words follow them.
    /// </summary>
    public static IReadOnlyList<JsonTextEdit>? Of(string text, IReadOnlyCollection<string> variables)
    {
        var isOne = new Regex(
            @"\{\{[^{}]*?(?<![\w.])\$?(?:" + string.Join("|", variables.Select(Regex.Escape)) + @")\b",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
        var found = Message.Matches(text).Cast<Match>().Where(m => isOne.IsMatch(m.Groups["said"].Value)).ToList();
        if (found is not [{ Groups: var groups } message])
        {
            return null;
        }

        var said = groups["said"];
        var at = isOne.Match(said.Value).Index;
        var before = said.Value.Substring(0, at);
        if (Count(before, "{{#") != Count(before, "{{/") || Braces.Replace(said.Value.Substring(at), "").Any(char.IsLetter))
        {
            return null;
        }

        var role = new JsonTextEdit(groups["role"].Index, groups["role"].Length, "user");
        if (Sentence.Match(before) is not { Success: true } last)
        {
            return [role];
        }

        var end = last.Index + 1;
        var gap = before.Substring(end).TakeWhile(char.IsWhiteSpace).Count();
        var line = LineBefore(text, message.Index);
        var opening = groups["open"].Value + "user" + groups["end"].Value;
        var isOnLines = line is not null && said.Value.IndexOf('\n', end, gap) >= 0;
        return
        [
            new JsonTextEdit(
                said.Index + end,
                isOnLines ? 0 : gap,
                (isOnLines ? line : string.Empty) + groups["close"].Value + line + opening
            ),
        ];
    }

    /// <summary>The line break and the indentation that the message begins with; null when it begins no line.</summary>
    private static string? LineBefore(string text, int at)
    {
        var start = at;
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 ? (text.IndexOf('\n') < 0 ? null : "\n" + text.Substring(0, at))
            : text[start - 1] == '\n' ? "\n" + text.Substring(start, at - start)
            : null;
    }

    private static int Count(string text, string what)
    {
        var count = 0;
        for (var at = text.IndexOf(what, StringComparison.Ordinal); at >= 0; at = text.IndexOf(what, at + 1, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}
