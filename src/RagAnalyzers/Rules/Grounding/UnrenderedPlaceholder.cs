using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts.Templates;

namespace RagAnalyzers.Rules.Grounding;

/// <summary>RAG6007: a template placeholder reaches the model unrendered.</summary>
public sealed class UnrenderedPlaceholder : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.UnrenderedPlaceholder);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        // To ask how each text got there costs more than to look whether one has a placeholder.
        var calls = ModelCall.In(body).RemoveAll(static c => !UnrenderedText.MayBeIn(c.Prompt));
        if (calls.IsEmpty)
        {
            return;
        }

        // One text is one mistake, whichever calls send it.
        var found = calls
            .Select(c => ReachedModelCall.At(body, c.Operation)!)
            .SelectMany(static c => UnrenderedText.Of(c).Select(t => (Call: c, Text: t)))
            .Where(f => f.Text.Text.Syntax.SyntaxTree == body.Syntax.SyntaxTree)
            .GroupBy(static f => f.Text.Text.Syntax)
            .Select(static g => g.First());
        foreach (var (call, text) in found)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.UnrenderedPlaceholder,
                    text.Text.Syntax.GetLocation(),
                    new[] { CallLocation.Of(call.Operation) },
                    text.Placeholder,
                    text.Member ?? call.Operation.CalledMethod()?.Name
                )
            );
        }
    }
}
