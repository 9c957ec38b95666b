using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Grounding;

/// <summary>RAG6003: retrieved text is placed in a system message.</summary>
public sealed class PassagesInSystemMessage : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.PassagesInSystemMessage);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        if (ModelCall.In(body).IsEmpty)
        {
            return;
        }

        // One message is one mistake, whichever calls send it and however many retrievals fill it.
        var found = ModelCall
            .In(body)
            .SelectMany(c => c.Prompt.Parts.Where(IsMistake).Select(p => (Place: PlaceOf(body, c, p), Part: p, Call: c)))
            .GroupBy(static f => f.Place.Syntax)
            .Select(static g => g.First());
        foreach (var (place, part, call) in found)
        {
            var inTemplate = ReferenceEquals(place, call.Operation) ? call.SystemPassages : null;
            context.ReportDiagnostic(
                new PassagesInSystemMessageHandOver(
                    part.Origin.Operation.Syntax.GetLocation(),
                    inTemplate?.Template,
                    inTemplate?.Variables ?? ImmutableArray<string>.Empty
                ).Report(Descriptors.PassagesInSystemMessage, CallLocation.Of(place), Passages.NameOf(part.Origin))
            );
        }
    }

    private static bool IsMistake(PromptPart part) => part.IsPassage && (part.Role == PromptRole.System || part.IsInstructions);

    /// <summary>What puts the text into the message, where this body shows it; else the call that sends it.</summary>
    private static IOperation PlaceOf(Body body, ModelCall call, PromptPart part) =>
        Assigned(body, part)
        ?? (
            part.Origin.Part is IObjectCreationOperation or IInvocationOperation && ReferenceEquals(part.Origin.Part.Root(), body.Root)
                ? part.Origin.Part
                : call.Operation
        );

    /// <summary><c>options.Instructions = ...</c>, <c>options.Instructions += ...</c></summary>
    private static IOperation? Assigned(Body body, PromptPart part) =>
        part.IsInstructions
            ? body
                .Index.Operations.OfType<IAssignmentOperation>()
                .FirstOrDefault(a =>
                    a.Target is IPropertyReferenceOperation { Property: var property }
                    && body.Picture.Sdks.TryGetFact<PromptPartFact>(property, out var fact)
                    && fact.Role == PromptRole.System
                    && body.Picture.TraceWithinBody(a.Value, FlowMode.Content).Origins.Any(o => o.Operation.IsSameAs(part.Origin.Operation))
                )
                ?.Target
            : null;
}
