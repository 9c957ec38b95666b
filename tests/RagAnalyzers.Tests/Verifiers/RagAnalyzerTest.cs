using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>The Roslyn SDK's analyzer test with this project's parse options and its tolerance for experimental APIs.</summary>
internal sealed class RagAnalyzerTest<TAnalyzer>(TestSetup setup) : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    protected override ParseOptions CreateParseOptions() => TestSources.ParseOptions.WithLanguageVersion(setup.LanguageVersion);

    protected override CompilationOptions CreateCompilationOptions() => TestSources.CompilationOptions(OutputKind.DynamicallyLinkedLibrary);

    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        !TestSources.IsExperimentalNotice(diagnostic) && base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics);
}
