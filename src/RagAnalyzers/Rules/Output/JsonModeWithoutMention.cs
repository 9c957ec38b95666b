using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2005: JSON mode, and no message mentions JSON.</summary>
public sealed class JsonModeWithoutMention : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.JsonModeWithoutMention);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var call in ModelCall.In(body))
        {
            if (!UnmentionedJson.IsFoundOf(call))
            {
                continue;
            }

            var best = UnmentionedJson.Best(call);
            context.ReportDiagnostic(
                new JsonModeWithoutMentionHandOver(best?.Origin.Operation.Syntax.GetLocation()).Report(
                    Descriptors.JsonModeWithoutMention,
                    CallLocation.Of(call.Operation),
                    best?.Role == PromptRole.System ? "the system message" : "the prompt"
                )
            );
        }
    }
}
