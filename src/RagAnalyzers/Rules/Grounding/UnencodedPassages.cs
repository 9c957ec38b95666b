using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Prompts.Templates;
using RagAnalyzers.Pipeline.Retrievals;

namespace RagAnalyzers.Rules.Grounding;

/// <summary>RAG6004: retrieved text is exempt from prompt encoding.</summary>
public sealed class UnencodedPassages : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.UnencodedPassages);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HavePromptFunctions(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var exemption in EncodingExemption.In(body))
        {
            context.ReportDiagnostic(
                new UnencodedPassagesHandOver(
                    exemption.Passages.Operation.Syntax.GetLocation(),
                    CallLocation.Of(exemption.Call),
                    exemption.IsText
                ).Report(Descriptors.UnencodedPassages, exemption.Place, Passages.NameOf(exemption.Passages), exemption.Name)
            );
        }
    }
}
