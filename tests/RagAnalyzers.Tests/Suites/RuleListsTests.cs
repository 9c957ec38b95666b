using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace RagAnalyzers.Tests.Suites;

/// <summary>The descriptors are the one source of titles: README, changelog and pages repeat them, and leave none out.</summary>
public sealed partial class RuleListsTests
{
    private static readonly ImmutableHashSet<string> s_fixable =
    [
        .. RagRules.FixTypes.SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds),
    ];

    [Fact]
    public void The_readmes_table_has_a_row_for_every_rule_in_order() =>
        Assert.Equal(
            RagRules.Descriptors.Select(rule => RuleRow.Of(rule, s_fixable.Contains(rule.Id))),
            RuleRow.In(File.ReadAllText(Repository.PathOf("README.md")))
        );

    [Fact]
    public void The_changelog_has_an_entry_for_every_rule_that_begins_with_its_title()
    {
        var entries = ChangelogEntry.In(File.ReadAllText(Repository.PathOf("CHANGELOG.md")));
        Complaints.AssertNone(
            RagRules
                .Descriptors.Where(rule => !entries.Any(entry => entry.BeginsWithTitleOf(rule)))
                .Select(rule => $"{rule.Id}: no entry begins with '{rule.Title}.'")
        );
        Assert.Subset(RagRules.Descriptors.Select(rule => rule.Id).ToHashSet(), entries.Select(entry => entry.Id).ToHashSet());
    }

    [Fact]
    public void Every_page_is_of_a_rule() =>
        Assert.Equal(
            RagRules.Descriptors.Select(rule => rule.Id),
            Directory.EnumerateFiles(Repository.PathOf("docs", "rules"), "RAG*.md").Select(Path.GetFileNameWithoutExtension).Order()!
        );

    [Fact]
    public void Every_page_says_whether_there_is_a_fix() =>
        Complaints.AssertNone(
            RagRules
                .Descriptors.Where(rule =>
                    FixRow().Match(File.ReadAllText(Repository.PathOf("docs", "rules", rule.Id + ".md"))).Groups["fix"].Value
                    != (s_fixable.Contains(rule.Id) ? "Yes" : "No")
                )
                .Select(rule => $"{rule.Id}: the page is wrong about the fix")
        );

    [Theory]
    [InlineData("| [RAG9001](docs/rules/RAG9001.md) | Warning | yes | A title of List&lt;T&gt; |", true)]
    [InlineData("| [RAG9001](docs/rules/RAG9001.md) | Info | yes | A title of List&lt;T&gt; |", false)]
    [InlineData("| [RAG9001](docs/rules/RAG9001.md) | Warning | no | A title of List&lt;T&gt; |", false)]
    [InlineData("| [RAG9001](docs/rules/RAG9002.md) | Warning | yes | A title of List&lt;T&gt; |", false)]
    [InlineData("| [RAG9001](docs/rules/RAG9001.md) | Warning | yes | A title |", false)]
    public void A_row_is_read(string row, bool isRight) =>
        Assert.Equal(isRight, Assert.Single(RuleRow.In($"| id |\n|---|\n{row}\n\nText")) == RuleRow.Of(Rule, hasFix: true));

    [Theory]
    [InlineData("- RAG9001: a title of `List<T>`. Code fix: another.", true)]
    [InlineData("- RAG9001: A title\n  of List<T>.\n- RAG9002: more.", true)]
    [InlineData("- RAG9001: a title of nothing.", false)]
    [InlineData("- RAG9001: a title of List<T> that goes on.", false)]
    [InlineData("- RAG9002: a title of List<T>.", false)]
    [InlineData("RAG9001: a title of List<T>.", false)]
    public void An_entry_is_read(string changelog, bool isRight) =>
        Assert.Equal(isRight, ChangelogEntry.In("# Changelog\n\n" + changelog).Any(entry => entry.BeginsWithTitleOf(Rule)));

    private static DiagnosticDescriptor Rule { get; } =
        new("RAG9001", "A title of List<T>", "A message", "Output", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    [GeneratedRegex(@"^\| Code fix \| (?<fix>Yes|No)\b", RegexOptions.Multiline)]
    private static partial Regex FixRow();
}
