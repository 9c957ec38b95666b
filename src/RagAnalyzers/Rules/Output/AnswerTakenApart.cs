using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Answers.Extractions;
using RagAnalyzers.Pipeline.Answers.Guards;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2014: an answer that nothing constrains is read as data by a pattern, by places or by the parse of a value.</summary>
public sealed class AnswerTakenApart : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.AnswerTakenApart);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        if (AnswerExtraction.In(body).IsEmpty)
        {
            return;
        }

        // What is taken apart further was taken apart before.
        var seen = new HashSet<IOperation>();
        foreach (var extraction in AnswerExtraction.In(body))
        {
            if (
                extraction.Answers.All(a => seen.Contains(a.Place))
                || extraction.Answers.Any(a => !IsFree(body.Picture, a) || TokenProbabilities.AreAskedFor(body, a.Call))
                || TestMethods.Contain(body)
            )
            {
                continue;
            }

            seen.UnionWith(extraction.Answers.Select(static a => a.Place));
            context.ReportDiagnostic(Diagnose(extraction));
        }
    }

    /// <summary>Nothing constrains the answer, and no other rule asks for the schema already.</summary>
    private static bool IsFree(Picture picture, ArrivingAnswer answer) =>
        answer.Call.Contract.Kind == OutputContractKind.None
        && !ParsedAnswerMistakes.AreFoundOf(picture, answer.Call.Operation, answer.Place)
        && UnenforcedFormat.Of(picture, answer.Call) is null
        && !ComparedLabels.Of(picture.BodyOf(answer.Place)).Any(c => ReferenceEquals(c.Answer.Place, answer.Place));

    private static Diagnostic Diagnose(AnswerExtraction extraction)
    {
        var call = extraction.Answers[0].Call;
        var how = extraction.Extraction.Kind switch
        {
            TextExtractionKind.Value => extraction.Extraction.Shown,
            TextExtractionKind.Group => $"a group of the pattern '{Shortened(extraction.Extraction.Shown)}'",
            TextExtractionKind.Piece => $"the places of its pieces between {extraction.Extraction.Shown}",
            TextExtractionKind.Labelled => $"the labels {extraction.Extraction.Shown}",
            _ => $"what stands behind {extraction.Extraction.Shown}",
        };
        return Diagnostic.Create(
            Descriptors.AnswerTakenApart,
            CallLocation.Of(extraction.Extraction.Operation),
            extraction.Answers.Select(static a => CallLocation.Of(a.Call.Operation)).Distinct(),
            how,
            Remedy(call)
        );
    }

    private static string Remedy(ModelCall call) =>
        ContractMembers.TypedCall(call) is { } typed
            ? $"Call {typed}<T> or set {ContractMembers.Format(call)}"
            : $"Set {ContractMembers.Format(call)} to a schema and parse the answer";

    private static string Shortened(string pattern) => pattern.Length > 40 ? pattern.Substring(0, 37) + "..." : pattern;
}
