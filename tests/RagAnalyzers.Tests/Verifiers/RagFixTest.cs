using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>
/// The Roslyn SDK's code fix test with this project's parse options and its tolerance for experimental APIs. It applies the
/// fixes one by one, then Fix All in document, project and solution, and requires that every result compiles.
/// </summary>
/// <remarks>
/// With one source the three scopes are one, and Roslyn's own code tells them apart: the first test of a fix goes through all of
/// them, the others through the document alone, and not where there is one finding, for which Fix All is that fix. Tests with several
/// sources go through all.
/// </remarks>
internal sealed class RagFixTest<TAnalyzer, TFix>(TestSetup setup) : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    protected override ParseOptions CreateParseOptions() => TestSources.ParseOptions.WithLanguageVersion(setup.LanguageVersion);

    protected override CompilationOptions CreateCompilationOptions() =>
        TestSources.CompilationOptions(OutputKind.DynamicallyLinkedLibrary, setup.LanguageVersion);

    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        !TestSources.IsExperimentalNotice(diagnostic) && base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics);
}
