using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Pipeline;

namespace RagAnalyzers.Rules;

/// <summary>
/// The base of every rule: nothing is registered where no AI SDK is referenced, and generated code is left alone. A rule whose findings
/// stand in code overrides <see cref="Analyze(Body, RuleContext)"/>. One whose findings stand on a type, a property, a field, a parameter
/// or one of their attributes names the <see cref="Declarations"/> and overrides <see cref="Analyze(ISymbol, RuleContext)"/>.
/// </summary>
public abstract class RagRule : DiagnosticAnalyzer
{
    /// <summary>The kinds of declaration that the rule looks at: none where it looks at bodies.</summary>
    private protected virtual ImmutableArray<SymbolKind> Declarations => ImmutableArray<SymbolKind>.Empty;

    /// <summary>Whether the rule looks at bodies: by default, where it looks at no declarations.</summary>
    private protected virtual bool LooksAtBodies => Declarations.IsEmpty;

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (!Picture.TryCreate(start.Compilation, start.Options.AdditionalFiles, out var picture))
            {
                return;
            }

            if (LooksAtBodies)
            {
                start.RegisterOperationBlockAction(blocks => Analyze(blocks, picture));
            }

            if (!Declarations.IsEmpty)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol.Symbol, new RuleContext(picture, symbol)), Declarations);
            }
        });
    }

    /// <summary>Looks at one method body, initializer or top-level program.</summary>
    private protected virtual void Analyze(Body body, RuleContext context) { }

    /// <summary>Looks at one declaration of the kinds in <see cref="Declarations"/>; its attributes are those of all its parts.</summary>
    private protected virtual void Analyze(ISymbol declared, RuleContext context) { }

    private void Analyze(OperationBlockAnalysisContext blocks, Picture picture)
    {
        var context = new RuleContext(picture, blocks);
        Body? last = null;
        foreach (var block in blocks.OperationBlocks)
        {
            context.CancellationToken.ThrowIfCancellationRequested();

            // The blocks of one root, a constructor's initializer and its body, stand side by side.
            var body = picture.BodyOf(block);
            if (!ReferenceEquals(body, last))
            {
                Analyze(body, context);
                last = body;
            }
        }
    }
}
