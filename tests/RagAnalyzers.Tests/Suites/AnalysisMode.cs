using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Findings;

namespace RagAnalyzers.Tests.Suites;

/// <summary>What the value of the MSBuild property RagAnalysisMode makes of the rules' severities; docs/modes.md says it in words.</summary>
internal sealed class AnalysisMode
{
    private readonly Func<DiagnosticDescriptor, string?> _severity;

    private AnalysisMode(string name, Func<DiagnosticDescriptor, string?> severity) => (Name, _severity) = (name, severity);

    public static ImmutableArray<AnalysisMode> All { get; } =
    [
        new("None", rule => "none"),
        new("Minimum", rule => rule.DefaultSeverity == DiagnosticSeverity.Info && rule.IsEnabledByDefault ? "none" : null),
        new("Default", rule => null),
        new("Recommended", rule => rule.CustomTags.Contains(Descriptors.RecommendedTag) ? "warning" : null),
        new("All", rule => IsJudgement(rule) && rule.DefaultSeverity == DiagnosticSeverity.Info ? "warning" : null),
        new("Strict", rule => IsJudgement(rule) && rule.DefaultSeverity >= DiagnosticSeverity.Info ? "error" : null),
    ];

    public string Name { get; }

    // An Info about the configuration offers to write it; no code is wrong.
    private static bool IsJudgement(DiagnosticDescriptor rule) =>
        rule.Category != "Configuration" || rule.DefaultSeverity == DiagnosticSeverity.Warning;

    /// <returns>What the mode sets; null, when it leaves the rule as it is.</returns>
    public string? SeverityOf(DiagnosticDescriptor rule) => _severity(rule);

    /// <returns>The global analyzer config of a category; null, when the mode leaves all of it as it is.</returns>
    public string? ConfigurationOf(IEnumerable<DiagnosticDescriptor> category)
    {
        var lines = new StringBuilder();
        foreach (var rule in category)
        {
            if (SeverityOf(rule) is { } severity)
            {
                lines.Append("\n# ").Append(rule.Title).Append('\n').Append($"dotnet_diagnostic.{rule.Id}.severity = {severity}\n");
            }
        }

        // Below any configuration of the user's own, as those that come with the SDK.
        return lines.Length == 0
            ? null
            : "# Made from the rules' descriptors by AnalysisModesTests; do not edit.\nis_global = true\nglobal_level = -100\n" + lines;
    }
}
