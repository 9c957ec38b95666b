using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>A plain run of analyzers over sources, which need not compile, without any expectation.</summary>
internal static class AnalyzerRun
{
    /// <returns>What the analyzers reported, and an AD0001 for each exception they threw.</returns>
    public static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        IEnumerable<DiagnosticAnalyzer> analyzers,
        IEnumerable<string> sources,
        ImmutableArray<MetadataReference> references
    ) => DiagnosticsAsync(analyzers, Compile(sources, references));

    /// <inheritdoc cref="DiagnosticsAsync(IEnumerable{DiagnosticAnalyzer}, IEnumerable{string}, ImmutableArray{MetadataReference})"/>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        IEnumerable<DiagnosticAnalyzer> analyzers,
        Compilation compilation,
        bool concurrent = true
    )
    {
        var all = analyzers.ToImmutableArray();
        return all.IsEmpty
            ? []
            : await compilation
                .WithAnalyzers(
                    all,
                    new CompilationWithAnalyzersOptions(
                        new AnalyzerOptions([]),
                        onAnalyzerException: null,
                        concurrentAnalysis: concurrent,
                        logAnalyzerExecutionTime: false
                    )
                )
                .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    /// <returns>The compilation a test's sources make: implicit usings, nullable, a program if there are top-level statements.</returns>
    public static CSharpCompilation Compile(IEnumerable<string> sources, ImmutableArray<MetadataReference> references)
    {
        var texts = sources.ToList();
        var trees = texts
            .Select((text, index) => CSharpSyntaxTree.ParseText(text, TestSources.ParseOptions, TestSources.PathOf(index)))
            .Append(CSharpSyntaxTree.ParseText(TestSources.ImplicitUsings, TestSources.ParseOptions, TestSources.ImplicitUsingsPath));
        return CSharpCompilation.Create("TestProject", trees, references, TestSources.CompilationOptions(TestSources.OutputKindOf(texts)));
    }

    /// <returns>The compiler's errors, without the notices that an API is experimental.</returns>
    public static ImmutableArray<Diagnostic> Errors(Compilation compilation) =>
        [
            .. compilation
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !TestSources.IsExperimentalNotice(diagnostic)),
        ];
}
