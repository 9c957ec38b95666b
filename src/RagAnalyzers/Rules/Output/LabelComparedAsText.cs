using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Answers.Comparisons;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2012: a label from a closed set is compared as free text.</summary>
public sealed class LabelComparedAsText : RagRule
{
    /// <summary>How many labels the message names.</summary>
    private const int Shown = 3;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.LabelComparedAsText);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        if (AnswerComparison.In(body).IsEmpty)
        {
            return;
        }

        var reported = new HashSet<IOperation>();
        foreach (var place in ComparedLabels.Of(body))
        {
            if (reported.Add(place.Answer.Place))
            {
                context.ReportDiagnostic(Diagnose(place));
            }
        }
    }

    private static Diagnostic Diagnose(ComparedLabels found)
    {
        var answer = found.Answer;
        var isHere = ReferenceEquals(answer.Call.Operation, answer.Place);
        var comparison = found.Comparisons.FirstOrDefault(c => ReferenceEquals(c.Operation.Root(), answer.Place.Root()))?.Operation;
        return new LabelComparedAsTextHandOver(
            found.Comparisons.Select(static c => c.Operation.Syntax.GetLocation()).ToImmutableArray(),
            isHere ? null : CallLocation.Of(answer.Call.Operation),
            isHere && answer.Call.Operation is IInvocationOperation ? answer.Call.Fact.Sdk : null,
            answer.Name,
            answer.Call.IsSeen
                ? NamedLabels.Beside(answer.Call.Prompt, found.Labels.Select(LabelTexts.Bare).ToList())
                : ImmutableArray<string>.Empty
        ).Report(
            Descriptors.LabelComparedAsText,
            CallLocation.Of(answer.Call.IsSeen && !ArrivingAnswer.IsHandedAt(answer.Place) ? answer.Place : comparison ?? answer.Place),
            answer.Property is { } property ? $"'{property.ContainingType.Name}.{property.Name}'"
                : answer.Member is { } member ? $"'{member}'"
                : "The answer",
            Named(found.Labels),
            Remedy(answer)
        );
    }

    private static string Named(ImmutableArray<string> labels)
    {
        var shown = labels.Take(labels.Length == Shown + 1 ? Shown - 1 : Shown).Select(static l => $"'{l}'").ToList();
        return labels.Length == 1 ? shown[0]
            : labels.Length > shown.Count ? $"{string.Join(", ", shown)} and {labels.Length - shown.Count} more"
            : string.Join(", ", shown.Take(shown.Count - 1)) + " and " + shown[shown.Count - 1];
    }

    private static string Remedy(ComparedAnswer answer) =>
        answer switch
        {
            { Property: { } property } => $"Make '{property.Name}' an enum, and the schema lists its values",
            { Member: not null } => "List them as its enum in the schema",
            _ when ContractMembers.TypedCall(answer.Call) is { } typed => $"Declare an enum and call {typed}<T>",
            _ => $"Set {ContractMembers.Format(answer.Call)} to a schema with an enum of them",
        };
}
