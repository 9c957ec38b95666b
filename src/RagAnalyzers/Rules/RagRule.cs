using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Flow.Bodies;
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

    /// <summary>The rule by itself, as a test or a code fix runs it; the compiler loads <see cref="RagAnalyzer"/>.</summary>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (Picture.TryCreate(start.Compilation, start.Options.AdditionalFiles, out var picture))
            {
                Register(start, picture, ImmutableArray.Create(this));
            }
        });
    }

    /// <summary>Has rules look at what they look at, where they may find something.</summary>
    internal static void Register(CompilationStartAnalysisContext start, Picture picture, ImmutableArray<RagRule> rules)
    {
        var ofBodies = rules.Where(r => r.LooksAtBodies && r.MayFindIn(picture)).ToImmutableArray();
        if (!ofBodies.IsEmpty)
        {
            start.RegisterSemanticModelAction(file => Analyze(file, picture, ofBodies));
        }

        foreach (var rule in rules.Where(static r => !r.Declarations.IsEmpty))
        {
            start.RegisterSymbolAction(symbol => rule.Analyze(symbol.Symbol, new RuleContext(picture, symbol)), rule.Declarations);
        }
    }

    /// <summary>False where the compilation has nothing that the rule could find anything in; told by names, before a body is looked at.</summary>
    private protected virtual bool MayFindIn(Picture picture) => true;

    /// <summary>Looks at one method body, initializer or top-level program.</summary>
    private protected virtual void Analyze(Body body, RuleContext context) { }

    /// <summary>Looks at one declaration of the kinds in <see cref="Declarations"/>; its attributes are those of all its parts.</summary>
    private protected virtual void Analyze(ISymbol declared, RuleContext context) { }

    /// <remarks>
    /// Not an action on operations: for one of those the driver binds every body of the compilation, and hands them out one by one, before the
    /// compiler has bound what they call. Here a body is bound when a rule has something to look at in it, and those that others look at, too,
    /// are there already.
    /// </remarks>
    private static void Analyze(SemanticModelAnalysisContext file, Picture picture, ImmutableArray<RagRule> rules)
    {
        var context = new RuleContext(picture, file);
        ExceptionDispatchInfo? failure = null;
        foreach (var declaration in DeclaredBodies.In(file.SemanticModel.SyntaxTree.GetRoot(file.CancellationToken)))
        {
            if (file.FilterSpan is { } span && !span.IntersectsWith(declaration.FullSpan))
            {
                continue;
            }

            var body = picture.BodyAt(declaration);
            foreach (var rule in rules)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                try
                {
                    rule.Analyze(body, context);
                }
                catch (UnboundBodyException)
                {
                    // Nothing is known of it, so there is nothing to say.
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // One that fails does not silence the others; the driver is told when they have had their turn.
                    failure ??= ExceptionDispatchInfo.Capture(e);
                }
            }
        }

        failure?.Throw();
    }
}
