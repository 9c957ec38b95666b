using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Tests.Suites;

/// <summary>The configurations of the package and the table that shows them are made from the descriptors.</summary>
public sealed class AnalysisModesTests
{
    [Fact]
    public void The_package_has_a_configuration_for_each_mode_and_category()
    {
        var files = new Dictionary<string, string>();
        foreach (var mode in AnalysisMode.All)
        {
            foreach (var category in RagRules.Descriptors.GroupBy(rule => rule.Category))
            {
                if (mode.ConfigurationOf(category) is { } configuration)
                {
                    files.Add($"{category.Key}.{mode.Name.ToLowerInvariant()}.globalconfig", configuration);
                }
            }
        }

        GeneratedText.AssertFolder(Repository.PathOf("src", "RagAnalyzers.Package", "buildTransitive", "config"), files);
    }

    [Fact]
    public void The_targets_know_every_category()
    {
        var targets = File.ReadAllText(Repository.PathOf("src", "RagAnalyzers.Package", "buildTransitive", "RagAnalyzers.targets"));
        Complaints.AssertNone(
            RagRules
                .Descriptors.Select(rule => rule.Category)
                .Distinct()
                .Where(category => !targets.Contains($"<RagAnalysisCategory Include=\"{category}\" "))
                .Select(category => $"RagAnalyzers.targets: no category '{category}'")
        );
    }

    [Fact]
    public void The_page_shows_what_each_mode_makes_of_each_rule()
    {
        var table = new StringBuilder("| rule | category |");
        foreach (var mode in AnalysisMode.All)
        {
            table.Append($" {mode.Name} |");
        }

        table.Append("\n|---|---|").Insert(table.Length, "---|", AnalysisMode.All.Length).Append('\n');
        foreach (var rule in RagRules.Descriptors)
        {
            var own = Own(rule);
            table.Append($"| [{rule.Id}](rules/{rule.Id}.md) | {rule.Category} |");
            foreach (var mode in AnalysisMode.All)
            {
                table.Append($" {mode.SeverityOf(rule) ?? own} |");
            }

            table.Append('\n');
        }

        GeneratedText.AssertSection(Repository.PathOf("docs", "modes.md"), "severities by mode", table.ToString());
    }

    // In the words of .editorconfig.
    private static string Own(DiagnosticDescriptor rule) =>
        !rule.IsEnabledByDefault
            ? "none"
            : rule.DefaultSeverity switch
            {
                DiagnosticSeverity.Hidden => "silent",
                DiagnosticSeverity.Info => "suggestion",
                DiagnosticSeverity.Warning => "warning",
                _ => "error",
            };
}
