using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Rules.Combination;

/// <summary>RAG3002: behaviour-shaping examples travel with every retrieval prompt.</summary>
public sealed class ExamplesInGroundedPrompt : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.ExamplesInGroundedPrompt);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        var longBlock = context.OptionsFor(body).FormattingBlockLength;
        foreach (var call in ModelCall.In(body).Where(static c => c.Prompt.ContainsPassages))
        {
            if (BehaviourShaping.In(call.Prompt, longBlock) is { } shaping)
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.ExamplesInGroundedPrompt, CallLocation.Of(call.Operation), shaping));
            }
        }
    }
}
