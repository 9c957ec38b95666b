using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RagAnalyzers.Benchmarks;

/// <summary>The analyzers of a package, by the name that the tables show.</summary>
internal static class AnalyzerSet
{
    public const string Empty = "empty";

    public const string Ours = "RagAnalyzers";

    /// <summary>The empty analyzer, ours, and the packages that the project names, in their order.</summary>
    public static IEnumerable<string> Names => [Empty, Ours, .. Resource.Lines("peers.txt").Select(line => line.Split('|')[0])];

    public static ImmutableArray<DiagnosticAnalyzer> Of(string name) =>
        name switch
        {
            Empty => [new NoOpAnalyzer()],
            Ours => AllOf(Assembly.Load(Ours)),
            _ =>
            [
                .. Resource
                    .Lines("peers.txt")
                    .Select(line => line.Split('|'))
                    .Where(parts => parts[0] == name)
                    .SelectMany(parts => parts[1].Split(';'))
                    .SelectMany(path => AllOf(Assembly.LoadFrom(path))),
            ],
        };

    /// <summary>Our rules, each by itself; a build loads all of them as one.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } = Made(Assembly.Load(Ours), static type => type.Name != "RagAnalyzer");

    private static ImmutableArray<DiagnosticAnalyzer> AllOf(Assembly assembly) =>
        Made(
            assembly,
            static type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true
        );

    private static ImmutableArray<DiagnosticAnalyzer> Made(Assembly assembly, Func<Type, bool> isMeant) =>
        [
            .. assembly
                .GetTypes()
                .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract && isMeant(type))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
}
