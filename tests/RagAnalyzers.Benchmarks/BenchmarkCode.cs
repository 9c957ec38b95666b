using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RagAnalyzers.Benchmarks;

/// <summary>Compilations to be analysed, each call a new one: what is cached by compilation is part of the price.</summary>
internal sealed class BenchmarkCode
{
    private const int Files = 40;

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_references = new(() =>
        [.. Resource.Lines("Latest.references.txt").Select(path => MetadataReference.CreateFromFile(path))]
    );

    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly ImmutableArray<MetadataReference> _references;

    private BenchmarkCode(IEnumerable<string> sources, bool withSdks = true)
    {
        _trees = [.. sources.Select((source, number) => CSharpSyntaxTree.ParseText(source, path: $"Source{number}.cs"))];
        _references = withSdks ? s_references.Value : [.. s_references.Value.Where(IsFramework)];
        if (NewCompilation().GetDiagnostics().FirstOrDefault(IsError) is { } error)
        {
            throw new InvalidOperationException("The source must bind, or the rules have nothing to do: " + error);
        }
    }

    public static BenchmarkCode Of(CodeKind kind) => new(Sources(kind, Files), kind != CodeKind.NoSdk);

    /// <summary>So many files; where the SDKs are hardly used, the last one of forty uses them.</summary>
    public static IEnumerable<string> Sources(CodeKind kind, int files) =>
        Enumerable
            .Range(0, files)
            .Select(number =>
                kind == CodeKind.Dense || (kind == CodeKind.HardlyUsed && number % Files == Files - 1) ? Dense(number) : Plain(number)
            );

    public static ImmutableArray<MetadataReference> References => s_references.Value;

    public static BenchmarkCode Of(string source) => new([source]);

    /// <returns>How many findings there were; the analyzers' own exceptions are none.</returns>
    public async Task<int> AnalyzeAsync(ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        analyzers.IsEmpty
            ? throw new InvalidOperationException("There is no analyzer to measure.")
            : (await NewCompilation().WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync().ConfigureAwait(false)).Count(finding =>
                finding.Id != "AD0001"
            );

    private CSharpCompilation NewCompilation() =>
        CSharpCompilation.Create(
            "Benchmark",
            _trees,
            _references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );

    private static string Plain(int number) =>
        Resource.Read("Plain.cs").Replace("namespace Shop;", $"namespace Shop{number};", StringComparison.Ordinal);

    private static string Dense(int number) =>
        Resource.Read("Source.cs").Replace("namespace Helpdesk;", $"namespace Helpdesk{number};", StringComparison.Ordinal);

    private static bool IsFramework(MetadataReference reference) =>
        Path.GetFileName(reference.Display) is { } name
        && (name is "netstandard.dll" or "mscorlib.dll" || name.StartsWith("System.", StringComparison.Ordinal))
        && reference.Display!.Contains("Microsoft.NETCore.App.Ref", StringComparison.Ordinal);

    // The SDKs' notices that an API is experimental carry the tag, and are no obstacle to binding.
    private static bool IsError(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error
        && !diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CustomObsolete);
}
