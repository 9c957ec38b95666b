using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>Runs the rules of the analyzer assembly over one document: rule ids in, the document's diagnostics of those ids out.</summary>
internal static class RuleAnalyzers
{
    // Each rule by itself, for a fix is judged by the few that it may touch. What is marked the compiler loads: all rules as one.
    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> All = new(() =>
        typeof(Descriptors)
            .Assembly.GetTypes()
            .Where(type =>
                type.IsSubclassOf(typeof(DiagnosticAnalyzer))
                && !type.IsAbstract
                && !type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false)
            )
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray()
    );

    private static readonly ConcurrentDictionary<string, ImmutableArray<DiagnosticAnalyzer>> ById = new(StringComparer.Ordinal);

    /// <summary>The diagnostics in order of position, or null when a rule is missing or failed and nothing can be said.</summary>
    public static async Task<ImmutableArray<Diagnostic>?> FindAsync(
        Document document,
        ImmutableArray<string> ids,
        CancellationToken cancellationToken
    )
    {
        var analyzers = ids.SelectMany(id => Supporting(id)).Distinct().ToImmutableArray();
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null || analyzers.IsEmpty)
        {
            return null;
        }

        var failed = 0;
        var options = new CompilationWithAnalyzersOptions(
            document.Project.AnalyzerOptions,
            onAnalyzerException: (_, _, _) => Interlocked.Increment(ref failed),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false
        );
        var found = await model
            .Compilation.WithAnalyzers(analyzers, options)
            .GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, cancellationToken)
            .ConfigureAwait(false);
        if (failed > 0)
        {
            return null;
        }

        return found
            .Where(diagnostic =>
                ids.Contains(diagnostic.Id) && !diagnostic.IsSuppressed && diagnostic.Location.SourceTree == model.SyntaxTree
            )
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToImmutableArray();
    }

    /// <summary>What a rule finds in a whole project; nothing where the rule is missing or fails.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(Project project, string id, CancellationToken cancellationToken)
    {
        var analyzers = Supporting(id);
        if (analyzers.IsEmpty || await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return ImmutableArray<Diagnostic>.Empty;
        }

        var found = await compilation
            .WithAnalyzers(analyzers, project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync(cancellationToken)
            .ConfigureAwait(false);
        return found.Where(diagnostic => diagnostic.Id == id && !diagnostic.IsSuppressed).ToImmutableArray();
    }

    private static ImmutableArray<DiagnosticAnalyzer> Supporting(string id) =>
        ById.GetOrAdd(
            id,
            static wanted =>
                All.Value.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == wanted)).ToImmutableArray()
        );
}
