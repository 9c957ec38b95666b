using System.Net;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Tests.Suites;

/// <summary>
/// The head of a rule's page, docs/rules/RAG1001.md: the title line <c># RAG1001: title</c>, and before the first section,
/// as lines or as table rows, <c>Category: Knowledge</c> and <c>Severity: Warning</c>.
/// </summary>
internal sealed partial record RulePage(string? Id, string? Title, string? Category, string? Severity)
{
    public static RulePage Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var title = TitleLine().Match(lines[0]);
        var head = string.Join('\n', lines.Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)));
        return new RulePage(
            Value(title, "id"),
            // Angle brackets are escaped, else they would be taken for a tag.
            Value(title, "title") is { } escaped
                ? WebUtility.HtmlDecode(escaped)
                : null,
            Value(CategoryEntry().Match(head), "value"),
            Value(SeverityEntry().Match(head), "value")
        );
    }

    private static string? Value(Match match, string group) => match.Success ? match.Groups[group].Value : null;

    [GeneratedRegex(@"^# (?<id>\w+): (?<title>.+?)\s*$")]
    private static partial Regex TitleLine();

    // "Category: Knowledge", "**Category**: Knowledge", "| Category | Knowledge |"
    [GeneratedRegex(@"\bCategory\b[\s*:|]+(?<value>\w+)")]
    private static partial Regex CategoryEntry();

    [GeneratedRegex(@"\bSeverity\b[\s*:|]+(?<value>\w+)")]
    private static partial Regex SeverityEntry();
}
