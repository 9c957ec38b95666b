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
                && !call.Prompt.ShowsPassagesAsTurns
                && !WordlessAnswers.IsAskedFor(call)
                // Where a name of each hit is all that is sent, there is nothing to answer from.
                && !UnusedPassages.In(body).Any(u => ReferenceEquals(u.Asked.Operation, call.Operation))
                && VisibleInstructions.AreAll(call.Prompt)
                && GroundingRequest.IsMissingIn(call.Prompt.Parts.Select(static p => p.Text).OfType<string>().ToList())
            )
            {
                var (rules, opening) = ToExtend(body, call);
                context.ReportDiagnostic(
                    new NoGroundingInstructionHandOver(
                        passages.Select(static p => p.Origin.Operation.Syntax.GetLocation()).Distinct().ToImmutableArray(),
                        rules,
                        opening
                    ).Report(Descriptors.NoGroundingInstruction, CallLocation.Of(call.Operation), Passages.NameOf(passages[0].Origin))
                );
            }
        }
    }

    /// <summary>The texts of an English prompt that an instruction can be added to: a system message, and where a message of this body begins.</summary>
    private static (Location? Rules, Location? Opening) ToExtend(Body body, ModelCall call)
    {
        var texts = call.Prompt.Parts.Where(static p => p.Text is not null).ToList();
        if (!GroundingRequest.IsEnglish(texts.ConvertAll(static p => p.Text!)))
        {
            return (null, null);
        }

        var written = texts.FindAll(static p => p.FileText is null && p.Text!.Any(char.IsLetter));
        var system = written.FindAll(static p => p.Role == PromptRole.System || p.IsInstructions);
        var rules = system.FindLast(IsHere) ?? system.LastOrDefault();
        var opening = written
            .Where(p => IsHere(p) && !system.Contains(p))
            .OrderBy(static p => p.Origin.Operation.Syntax.SpanStart)
            .FirstOrDefault();
        return (rules?.Origin.Operation.Syntax.GetLocation(), opening?.Origin.Operation.Syntax.GetLocation());

        bool IsHere(PromptPart part) => ReferenceEquals(part.Origin.Operation.Root(), body.Root);
    }
}
