using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RagAnalyzers.Benchmarks;

/// <summary>
/// What the package adds to a build: all of its analyzers, against one that looks at every operation and does nothing, which
/// pays for binding the code but for no rule.
/// </summary>
[MemoryDiagnoser]
public class AllRulesBenchmark
{
    private ImmutableArray<DiagnosticAnalyzer> _rules;
    private ImmutableArray<MetadataReference> _references;
    private ImmutableArray<SyntaxTree> _trees;

    /// <summary>How often the source is in the compilation, each time in a namespace of its own.</summary>
    [Params(10, 100)]
    public int Copies { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _rules =
        [
            .. System
                .Reflection.Assembly.Load("RagAnalyzers")
                .GetTypes()
                .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
        _references =
        [
            .. Resource("Latest.references.txt")
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
        var source = Resource("Source.cs");
        _trees =
        [
            .. Enumerable
                .Range(0, Copies)
                .Select(copy =>
                    CSharpSyntaxTree.ParseText(
                        source.Replace("namespace Helpdesk;", $"namespace Helpdesk{copy};", StringComparison.Ordinal),
                        path: $"Source{copy}.cs"
                    )
                ),
        ];
        if (NewCompilation().GetDiagnostics().FirstOrDefault(IsError) is { } error)
        {
            throw new InvalidOperationException("The source must bind, or the rules have nothing to do: " + error);
        }
    }

    [Benchmark(Baseline = true)]
    public Task<int> NoOp() => FindingsAsync([new NoOpAnalyzer()]);

    [Benchmark]
    public Task<int> AllRules() => FindingsAsync(_rules);

    // A new compilation each time: what is cached by compilation is part of the price.
    private async Task<int> FindingsAsync(ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        analyzers.IsEmpty
            ? throw new InvalidOperationException("There is no analyzer to measure.")
            : (await NewCompilation().WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync().ConfigureAwait(false)).Length;

    private CSharpCompilation NewCompilation() =>
        CSharpCompilation.Create(
            "Benchmark",
            _trees,
            _references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );

    // The SDKs' notices that an API is experimental carry the tag, and are no obstacle to binding.
    private static bool IsError(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error
        && !diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CustomObsolete);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(AllRulesBenchmark).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
