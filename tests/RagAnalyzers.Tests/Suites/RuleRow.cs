using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Tests.Suites;

/// <summary>A row of the README's table of rules: <c>| [RAG1001](docs/rules/RAG1001.md) | Warning | yes | Title |</c>.</summary>
internal sealed partial record RuleRow(string Id, string Page, string Severity, string Fix, string Title)
{
    /// <summary>The row that a rule has to have.</summary>
    public static RuleRow Of(DiagnosticDescriptor rule, bool hasFix) =>
        new(rule.Id, $"docs/rules/{rule.Id}.md", rule.DefaultSeverity.ToString(), hasFix ? "yes" : "no", rule.Title.ToString());

    /// <returns>The rows of rules in a text, in order.</returns>
    public static ImmutableArray<RuleRow> In(string text) =>
        [
            .. Row()
                .Matches(text.ReplaceLineEndings("\n"))
                .Select(row => row.Groups)
                .Select(cells => new RuleRow(
                    cells["id"].Value,
                    cells["page"].Value,
                    cells["severity"].Value,
                    cells["fix"].Value,
                    WebUtility.HtmlDecode(cells["title"].Value)
                )),
        ];

    [GeneratedRegex(
        @"^\| \[(?<id>\w+)\]\((?<page>[^)]+)\) \| (?<severity>\w+) \| (?<fix>\w+) \| (?<title>.+?) \|$",
        RegexOptions.Multiline
    )]
    private static partial Regex Row();
}
