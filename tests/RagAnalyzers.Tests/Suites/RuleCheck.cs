using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Tests.Suites;

/// <summary>What every rule owes its users: an id, texts, a page that agrees, and a row in the release notes.</summary>
/// <param name="pages">The text of a rule's page by rule id, or null when it has none.</param>
/// <param name="releases">The texts of the release-tracking files.</param>
internal sealed partial class RuleCheck(Func<string, string?> pages, string releases)
{
    public static RuleCheck OfRepository { get; } =
        new(
            id => Repository.PathOf("docs", "rules", id + ".md") is var path && File.Exists(path) ? File.ReadAllText(path) : null,
            string.Concat(
                File.ReadAllText(Repository.PathOf("src", "RagAnalyzers", "AnalyzerReleases.Shipped.md")),
                "\n",
                File.ReadAllText(Repository.PathOf("src", "RagAnalyzers", "AnalyzerReleases.Unshipped.md"))
            )
        );

    /// <returns>One line for everything that is wrong with the rule.</returns>
    public IEnumerable<string> Complaints(DiagnosticDescriptor rule) =>
        TextComplaints(rule).Concat(PageComplaints(rule)).Concat(ReleaseComplaints(rule)).Select(complaint => $"{rule.Id}: {complaint}");

    private static IEnumerable<string> TextComplaints(DiagnosticDescriptor rule)
    {
        if (!RuleId().IsMatch(rule.Id))
        {
            yield return "the id is not RAG and four digits";
        }

        foreach (var (name, text) in new[] { ("title", rule.Title), ("message", rule.MessageFormat), ("description", rule.Description) })
        {
            if (string.IsNullOrWhiteSpace(text.ToString()))
            {
                yield return $"the {name} is empty";
            }
        }

        if (!rule.HelpLinkUri.EndsWith($"/docs/rules/{rule.Id}.md", StringComparison.Ordinal))
        {
            yield return $"the help link {rule.HelpLinkUri} does not lead to docs/rules/{rule.Id}.md";
        }
    }

    private IEnumerable<string> PageComplaints(DiagnosticDescriptor rule)
    {
        if (pages(rule.Id) is not { } text)
        {
            yield return "there is no page";
            yield break;
        }

        var page = RulePage.Parse(text);
        var said = new[]
        {
            ("id", page.Id, rule.Id),
            ("title", page.Title, rule.Title.ToString()),
            ("category", page.Category, rule.Category),
            ("severity", page.Severity, rule.DefaultSeverity.ToString()),
        };
        foreach (var (name, onPage, inCode) in said)
        {
            if (onPage != inCode)
            {
                yield return $"the page's {name} is '{onPage}', the rule's '{inCode}'";
            }
        }
    }

    private IEnumerable<string> ReleaseComplaints(DiagnosticDescriptor rule)
    {
        var severity = rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled";
        var rows = releases
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length >= 4 && cells[0] == rule.Id)
            .ToList();
        if (rows.Count == 0)
        {
            yield return "there is no release-tracking row";
        }
        else if (rows[^1] is var last && (last[1] != rule.Category || last[2] != severity))
        {
            yield return $"the release-tracking row says {last[1]}, {last[2]}, the rule {rule.Category}, {severity}";
        }
    }

    [GeneratedRegex(@"^RAG\d{4}$")]
    private static partial Regex RuleId();
}
