using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RagAnalyzers.Rules;

/// <summary>Whether a rule is on somewhere in a compilation. The driver drops what is reported where it is off; this saves the work.</summary>
internal static class RuleSwitch
{
    /// <summary>False only when none of the rule's diagnostics could be shown in any file.</summary>
    public static bool MayBeOn(DiagnosticAnalyzer rule, Compilation compilation) =>
        rule.SupportedDiagnostics.Any(d => IsOnByDefault(d, compilation.Options) || IsTurnedOnForAFile(d, compilation));

    private static bool IsOnByDefault(DiagnosticDescriptor descriptor, CompilationOptions options)
    {
        if (options.SpecificDiagnosticOptions.TryGetValue(descriptor.Id, out var set) && set != ReportDiagnostic.Default)
        {
            return set != ReportDiagnostic.Suppress;
        }

        return
            options.SyntaxTreeOptionsProvider is { } provider
            && provider.TryGetGlobalDiagnosticValue(descriptor.Id, CancellationToken.None, out var global)
            && global != ReportDiagnostic.Default
            ? global != ReportDiagnostic.Suppress
            : descriptor.IsEnabledByDefault;
    }

    private static bool IsTurnedOnForAFile(DiagnosticDescriptor descriptor, Compilation compilation) =>
        compilation.Options.SyntaxTreeOptionsProvider is { } provider
        && compilation.SyntaxTrees.Any(tree =>
            provider.TryGetDiagnosticValue(tree, descriptor.Id, CancellationToken.None, out var set)
            && set is not (ReportDiagnostic.Suppress or ReportDiagnostic.Default)
        );
}
