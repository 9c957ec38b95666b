using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Every code fix that is in the assembly, found by reflection, can be loaded and fixes a rule.</summary>
public sealed class FixSuite
{
    [Fact]
    public void Every_fix_can_be_loaded_by_an_editor() =>
        Assert.All(
            RagRules.FixTypes,
            type =>
            {
                Assert.NotNull(type.GetConstructor(Type.EmptyTypes));
                var export = type.GetCustomAttribute<ExportCodeFixProviderAttribute>();
                Assert.NotNull(export);
                Assert.Equal([LanguageNames.CSharp], export.Languages);
                Assert.Equal(type.Name, export.Name);
            }
        );

    [Fact]
    public void Every_fix_is_for_rules_that_exist()
    {
        var rules = RagRules.Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).ToHashSet();
        Assert.All(
            Fixes(),
            fix =>
            {
                Assert.NotEmpty(fix.FixableDiagnosticIds);
                Assert.Subset(rules, fix.FixableDiagnosticIds.ToHashSet());
            }
        );
    }

    /// <summary>Fix All is of one provider: what a second one fixes would be left by the first's.</summary>
    [Fact]
    public void Every_rule_is_fixed_in_bulk_by_one_fix() =>
        Complaints.AssertNone(
            Fixes()
                .Where(fix => fix.GetFixAllProvider() is not null)
                .SelectMany(fix => fix.FixableDiagnosticIds, (fix, id) => (id, fix.GetType().Name))
                .GroupBy(pair => pair.id, pair => pair.Name)
                .Where(fixes => fixes.Count() > 1)
                .Select(fixes => $"{fixes.Key}: {string.Join(", ", fixes)}")
        );

    private static IEnumerable<CodeFixProvider> Fixes() =>
        RagRules.FixTypes.Select(type => (CodeFixProvider)Activator.CreateInstance(type)!);
}
