using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RagAnalyzers.Tests.Rules;

/// <summary>Takes the actions on files that are registered for a compilation, so that a test can run them one by one.</summary>
internal sealed class CapturedActions(Compilation compilation)
    : CompilationStartAnalysisContext(compilation, new AnalyzerOptions([]), CancellationToken.None)
{
    private readonly List<Action<SemanticModelAnalysisContext>> _actions = [];

    /// <summary>Has all actions look at a file.</summary>
    public void Run(SemanticModel file)
    {
#pragma warning disable CS0618 // A driver would look at more than this file.
        var context = new SemanticModelAnalysisContext(file, Options, static _ => { }, static _ => true, default);
#pragma warning restore CS0618
        _actions.ForEach(a => a(context));
    }

    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => _actions.Add(action);

    public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) { }

    public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) { }

    public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(
        Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action
    ) { }

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) { }

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) { }

    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(
        Action<SyntaxNodeAnalysisContext> action,
        ImmutableArray<TLanguageKindEnum> syntaxKinds
    ) { }
}
