using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Pipeline;

namespace RagAnalyzers.Rules;

/// <summary>The base of every rule: nothing is registered where no AI SDK is referenced, and generated code is left alone.</summary>
public abstract class RagRule : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (Picture.TryCreate(start.Compilation, start.Options.AdditionalFiles, out var picture))
            {
                start.RegisterOperationBlockAction(block => Analyze(block, picture));
            }
        });
    }

    private protected abstract void Analyze(Body body, OperationBlockAnalysisContext context);

    /// <summary>What .editorconfig sets for the file that the body is in.</summary>
    private protected static RuleOptions OptionsFor(Body body, OperationBlockAnalysisContext context) =>
        RuleOptions.Of(context.Options, body.Root.Syntax.SyntaxTree);

    private void Analyze(OperationBlockAnalysisContext context, Picture picture)
    {
        foreach (var body in context.OperationBlocks.Select(picture.BodyOf).Distinct())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Analyze(body, context);
        }
    }
}
