using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Answers.Guards;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Grounding;

/// <summary>RAG6005: citations that the service returned are discarded.</summary>
public sealed class CitationsDiscarded : RagRule
{
    // A type that speaks of one of them reads citations, in whatever way.
    private static readonly ImmutableArray<string> Reading = ImmutableArray.Create(
        "GetMessageContext",
        "Citations",
        "ChatCitation",
        "OutputTextAnnotations",
        "Annotations",
        "CitationAnnotation",
        "FileCitationMessageAnnotation",
        "FileSearchCallResponseItem"
    );

    // Words of a task whose result is a step on the way to an answer.
    private static readonly ImmutableArray<string> Steps = ImmutableArray.Create(
        "search query",
        "standalone question",
        "rewrite",
        "rephrase",
        "reformulat",
        "keywords",
        "classif",
        "intent"
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.CitationsDiscarded);

    private protected override bool MayFindIn(Picture picture) =>
        Ingredients.HaveAnswers(picture) && picture.Mentions.Anywhere<CitationSourceFact>();

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var call in ModelCall.In(body))
        {
            if (
                call.Fact.Typed
                || call.CitationSource is not { } source
                || MayBeRead(body)
                || IsStep(call)
                || TestMethods.Contain(body)
                || !DiscardedCitations.Are(body.Picture, call)
            )
            {
                continue;
            }

            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.CitationsDiscarded,
                    CallLocation.Of(call.Operation),
                    new[] { source.Syntax.GetLocation() },
                    call.Operation.CalledMethod()?.Name
                )
            );
        }
    }

    private static bool MayBeRead(Body body) =>
        body.Picture.MethodAround(body)?.ContainingType is { DeclaringSyntaxReferences.IsEmpty: false } type
            ? type.DeclaringSyntaxReferences.Any(static r => IdentifierIndex.IsMentionedIn(r.GetSyntax(), Reading))
            : IdentifierIndex.IsMentionedIn(body.Syntax, Reading);

    private static bool IsStep(ModelCall call) =>
        call.Prompt.Parts.Any(static p => p.Text is { } text && Steps.Any(s => text.IndexOf(s, StringComparison.OrdinalIgnoreCase) >= 0));
}
