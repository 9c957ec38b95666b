using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Every rule and every code fix of the product, found by reflection.</summary>
internal static class RagRules
{
    /// <summary>Every rule by itself.</summary>
    public static ImmutableArray<Type> AnalyzerTypes { get; } =
    [.. Concrete<DiagnosticAnalyzer>("RagAnalyzers").Where(static type => type != typeof(RagAnalyzer))];

    /// <summary>What the compiler loads.</summary>
    public static ImmutableArray<Type> LoadedTypes { get; } =
    [.. Concrete<DiagnosticAnalyzer>("RagAnalyzers").Where(static type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), false))];

    public static ImmutableArray<Type> FixTypes { get; } = Concrete<CodeFixProvider>("RagAnalyzers.CodeFixes");

    /// <summary>Every rule, in the order of the ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [.. Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct().OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>Every rule by itself.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers() => Made(AnalyzerTypes);

    /// <summary>What the compiler loads: all rules, run as they are in a build.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Loaded() => Made(LoadedTypes);

    private static ImmutableArray<DiagnosticAnalyzer> Made(ImmutableArray<Type> types) =>
        [.. types.Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    private static ImmutableArray<Type> Concrete<T>(string assembly) =>
        [
            .. System
                .Reflection.Assembly.Load(assembly)
                .GetTypes()
                .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
                .OrderBy(type => type.FullName, StringComparer.Ordinal),
        ];
}
