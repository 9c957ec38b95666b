using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers.Workflows;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;

namespace RagAnalyzers.Rules.Output;

/// <summary>
/// RAG2003: the prompt asks for a structured format that no schema enforces. A warning where retrieved passages are in the prompt, an Info
/// otherwise.
/// </summary>
public sealed class RequestedFormatNotEnforced : RagRule
{
    private const int LongestQuote = 50;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.RequestedFormatNotEnforced);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        var agents = new HashSet<IOperation>();
        foreach (var same in FormatDemands.FirstIn(body))
        {
            var (call, demand) = same[0];
            var isOfWorkflow = WorkflowAgents.AreAskedBy(call);
            var agent = isOfWorkflow ? WorkflowAgents.ToldBy(demand.Part.Origin.Operation, body) : AgentToldBy(demand, call);
            if (agent is null ? isOfWorkflow : !agents.Add(agent))
            {
                continue;
            }

            var caller = agent is null ? DemandingCaller.Of(body.Picture, call, demand) : null;

            // What is a list would need a type around it, and pieces have no typed call.
            var target =
                demand is { Format: "JSON", MayBeList: false } && !call.Fact.Streaming && agent is null && caller is null
                    ? EvidentTarget.Of(body.Picture, call.Prompt)
                    : null;
            // An id has one descriptor and one default severity; what is less certain to hurt is reported below it.
            context.ReportDiagnostic(
                HandOver(demand, target, call, same)
                    .Report(
                        Descriptors.RequestedFormatNotEnforced,
                        caller?.MayHavePassages != false && same.Any(static d => d.Call.Prompt.ContainsPassages)
                            ? DiagnosticSeverity.Warning
                            : DiagnosticSeverity.Info,
                        CallLocation.Of(agent ?? call.Operation),
                        demand.Format,
                        Quoted(demand.Words),
                        caller is null || demand.Format != "JSON"
                            ? Remedy(demand.Format, call)
                            : $"let {caller.Name} pass a response format"
                    )
            );
        }
    }

    /// <summary>Where a framework asks several agents, the one whose instructions demand the format, if it is made right there.</summary>
    private static IOperation? AgentToldBy(UnenforcedFormat demand, ModelCall call)
    {
        var made = call.Fact.Gathers ? demand.Part.Origin.Operation : null;
        while (made is not (null or IObjectCreationOperation { Initializer: not null }))
        {
            made = made.Parent;
        }

        return ReferenceEquals(made?.Root(), call.Operation.Root()) ? made : null;
    }

    private static RequestedFormatNotEnforcedHandOver HandOver(
        UnenforcedFormat demand,
        EvidentTarget? target,
        ModelCall call,
        ImmutableArray<(ModelCall Call, UnenforcedFormat Demand)> same
    ) =>
        new(
            demand.Part is { FileText: null, Origin: { Kind: OriginKind.Constant, Operation.Syntax: { } text } }
                ? text.GetLocation()
                : null,
            target?.Export?.Syntax.GetLocation(),
            call.Contract.Creation?.Syntax.GetLocation(),
            call.Fact.Sdk,
            PassesNoOptions: call.Contract.Options == OptionsPlace.Absent,
            target is null ? null : DocumentationCommentId.CreateReferenceId(target.Type),
            same.Skip(1).Select(static d => CallLocation.Of(d.Call.Operation)).ToImmutableArray()
        );

    private static string Quoted(string words) => words.Length <= LongestQuote ? words : words.Substring(0, LongestQuote).TrimEnd() + "...";

    private static string Remedy(string format, ModelCall call) =>
        (format, ContractMembers.TypedCall(call)) switch
        {
            ("JSON", { } typed) => $"call {typed}<T> or set {ContractMembers.Format(call)}",
            ("JSON", null) => "set the response format to a JSON schema",
            _ => $"no format enforces {format}, so ask for JSON under a schema",
        };
}
