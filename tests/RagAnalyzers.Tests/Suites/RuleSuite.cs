using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Every analyzer that is in the assembly, found by reflection, can be loaded and is described.</summary>
public sealed class RuleSuite
{
    private static readonly Comparer<Type> TypeNames = Comparer<Type>.Create(
        static (a, b) => string.CompareOrdinal(a.FullName, b.FullName)
    );

    // The suites below iterate over what reflection finds; were that nothing, they would hold of nothing.
    [Fact]
    public void Reflection_finds_the_rules() =>
        Assert.Superset(
            new HashSet<string> { "RAG1001", "RAG2001", "RAG2002" },
            RagRules.Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).ToHashSet()
        );

    [Fact]
    public void Every_analyzer_can_be_loaded_by_the_compiler() =>
        Assert.All(
            RagRules.LoadedTypes,
            type =>
            {
                Assert.NotNull(type.GetConstructor(Type.EmptyTypes));
                var marked = type.GetCustomAttribute<DiagnosticAnalyzerAttribute>();
                Assert.NotNull(marked);
                Assert.Equal([LanguageNames.CSharp], marked.Languages);
            }
        );

    [Fact]
    public void The_compiler_loads_every_rule() =>
        Assert.Equal(
            RagRules.AnalyzerTypes.Where(static type => type.IsSubclassOf(typeof(RagRule))).Order(TypeNames),
            AllRules.Create().Select(static rule => rule.GetType()).Order(TypeNames)
        );

    [Fact]
    public void Every_rule_is_shown_by_what_the_compiler_loads() =>
        Assert.Equal(
            RagRules.Descriptors.Select(static rule => rule.Id),
            RagRules
                .Loaded()
                .SelectMany(static analyzer => analyzer.SupportedDiagnostics)
                .Select(static rule => rule.Id)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_analyzer_has_a_rule() => Assert.All(RagRules.Analyzers(), analyzer => Assert.NotEmpty(analyzer.SupportedDiagnostics));

    [Fact]
    public void No_rule_has_two_descriptions() =>
        Assert.All(
            RagRules.Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct().GroupBy(rule => rule.Id),
            rules => Assert.Single(rules)
        );

    [Fact]
    public void Every_rule_is_described() =>
        Complaints.AssertNone(
            RagRules
                .Analyzers()
                .SelectMany(analyzer => analyzer.SupportedDiagnostics)
                .Distinct()
                .SelectMany(RuleCheck.OfRepository.Complaints)
        );
}
