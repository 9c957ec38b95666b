using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Rules.Grounding;

/// <summary>RAG6001: the prompt does not tell the model to answer from the passages.</summary>
public sealed class NoGroundingInstruction : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.NoGroundingInstruction);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var call in ModelCall.In(body))
        {
            var passages = call.Prompt.Parts.Where(static p => p.IsPassage).ToList();
            if (
                passages.Count > 0
                // Where a name of each hit is all that is sent, there is nothing to answer from.
                && !UnusedPassages.In(body).Any(u => ReferenceEquals(u.Asked.Operation, call.Operation))
                && VisibleInstructions.AreAll(call.Prompt)
                && GroundingRequest.IsMissingIn(call.Prompt.Parts.Select(static p => p.Text).OfType<string>().ToList())
            )
            {
                var (text, isRules) = ToExtend(body, call);
                context.ReportDiagnostic(
                    new NoGroundingInstructionHandOver(
                        passages.Select(static p => p.Origin.Operation.Syntax.GetLocation()).Distinct().ToImmutableArray(),
                        text,
                        isRules
                    ).Report(Descriptors.NoGroundingInstruction, CallLocation.Of(call.Operation), Passages.NameOf(passages[0].Origin))
                );
            }
        }
    }

    /// <summary>The text of an English prompt that an instruction can be added to: a system message, else where the message begins.</summary>
    private static (Location? Text, bool IsRules) ToExtend(Body body, ModelCall call)
    {
        var texts = call.Prompt.Parts.Where(static p => p.Text is not null).ToList();
        if (!GroundingRequest.IsEnglish(texts.ConvertAll(static p => p.Text!)))
        {
            return (null, false);
        }

        var here = texts.FindAll(p => p.FileText is null && ReferenceEquals(p.Origin.Operation.Root(), body.Root));
        var rules = here.FindLast(static p => (p.Role == PromptRole.System || p.IsInstructions) && p.Text!.Any(char.IsLetter));
        var first =
            rules
            ?? here.Where(static p => p.Text!.Any(char.IsLetter)).OrderBy(static p => p.Origin.Operation.Syntax.SpanStart).FirstOrDefault();
        return (first?.Origin.Operation.Syntax.GetLocation(), rules is not null);
    }
}
