using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Every analyzer and every code fix of the product, found by reflection.</summary>
internal static class RagRules
{
    public static ImmutableArray<Type> AnalyzerTypes { get; } = Concrete<DiagnosticAnalyzer>("RagAnalyzers");

    public static ImmutableArray<Type> FixTypes { get; } = Concrete<CodeFixProvider>("RagAnalyzers.CodeFixes");

    /// <summary>Every rule, in the order of the ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [.. Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct().OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers() =>
        [.. AnalyzerTypes.Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    private static ImmutableArray<Type> Concrete<T>(string assembly) =>
        [
            .. System
                .Reflection.Assembly.Load(assembly)
                .GetTypes()
                .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
                .OrderBy(type => type.FullName, StringComparer.Ordinal),
        ];
}
