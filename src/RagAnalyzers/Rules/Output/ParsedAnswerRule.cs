using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Rules.Output;

/// <summary>
/// What the rules about a parsed answer share: its value flows into a parse, and no schema is certainly in force.
/// Which of them speaks is up to <see cref="ParsedAnswerMistakes"/>.
/// </summary>
public abstract class ParsedAnswerRule : RagRule
{
    private protected abstract DiagnosticDescriptor Descriptor { get; }

    private protected abstract ParsedAnswerMistake Mistake { get; }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Descriptor);

    private protected sealed override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected sealed override void Analyze(Body body, RuleContext context)
    {
        var uses = AnswerUse.In(body).AddRange(AnswerUse.ThroughMembersOf(body));
        if (uses.IsEmpty)
        {
            return;
        }

        var reported = new HashSet<IOperation>();
        foreach (var use in uses)
        {
            // Several answers may come through one call: which one does is decided where it leads, so they have to agree.
            foreach (var arriving in use.Answers.GroupBy(static a => a.Place))
            {
                if (ParsedAnswerMistakes.Of(body.Picture, use, arriving) == Mistake && reported.Add(arriving.Key))
                {
                    context.ReportDiagnostic(Diagnose(arriving.First(), isAlone: arriving.Count() == 1, use));
                }
            }
        }
    }

    private Diagnostic Diagnose(ArrivingAnswer answer, bool isAlone, AnswerUse use)
    {
        var call = answer.Call;
        var isHere = ReferenceEquals(call.Operation, answer.Place);
        // In another body a fix can only change the call when no other one answers, too.
        var isSeen = isHere || isAlone;
        var contract = call.Contract;
        var handOver = new ParsedAnswerHandOver(
            use.Parse.Operation.Syntax.GetLocation(),
            isHere ? null : CallLocation.Of(call.Operation),
            isSeen ? contract.Creation?.Syntax.GetLocation() : null,
            isHere ? contract.Assignment?.Operation.Syntax.GetLocation() : null,
            isSeen && call.Operation is IInvocationOperation ? call.Fact.Sdk : null,
            PassesNoOptions: isSeen && contract.Options == OptionsPlace.Absent
        );
        return handOver.Report(
            Descriptor,
            CallLocation.Of(ArrivingAnswer.IsHandedAt(answer.Place) ? use.Site : answer.Place),
            use.Target.ShownName(),
            Remedy(call, HandsOnOptions(answer) ? null : ContractMembers.TypedCall(call), use.Target)
        );
    }

    /// <summary>The answer comes from a call of the program's own, which hands the options on that it takes, and has no typed counterpart.</summary>
    private static bool HandsOnOptions(ArrivingAnswer answer) =>
        !ReferenceEquals(answer.Call.Operation, answer.Place)
        && answer.Call.Fact.Options.Any(o => answer.Call.Operation.ArgumentNamed(o)?.Unwrapped() is IParameterReferenceOperation);

    /// <summary>What to do, in the terms of the model call's receiver.</summary>
    /// <param name="typed">The method that is generic in the answer's type, where one can be called instead.</param>
    private protected virtual string Remedy(ModelCall call, string? typed, ITypeSymbol target) =>
        typed is not null ? $"Call {typed}<T> or set {ContractMembers.Format(call)}" : $"Set {ContractMembers.Format(call)}";
}
