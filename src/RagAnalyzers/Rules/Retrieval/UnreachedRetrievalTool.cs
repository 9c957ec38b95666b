using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Tools;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5015: a tool that retrieves is registered, and the model is not offered it, or nothing runs its call.</summary>
public sealed class UnreachedRetrievalTool : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.UnreachedRetrievalTool);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var call in ReachedModelCall.In(body))
        {
            if (UnreachedTool.Of(call) is not { } unreached)
            {
                continue;
            }

            var (reason, remedy) = unreached.Why switch
            {
                UnreachedReason.NotOffered => (
                    "The kernel has a plug-in that retrieves, and the settings do not offer it to the model",
                    "Set FunctionChoiceBehavior.Auto()"
                ),
                UnreachedReason.CallNotRun => (
                    "The model is offered a function that retrieves, and nothing runs what it calls",
                    "Let the settings invoke it"
                ),
                UnreachedReason.NoKernel => ("The settings offer a kernel's functions, and the call passes no kernel", "Pass the kernel"),
                _ => (
                    "The model is offered a function that retrieves, and nothing runs what it calls",
                    "Build the client with UseFunctionInvocation()"
                ),
            };
            context.ReportDiagnostic(
                HandOver(call, unreached).Report(Descriptors.UnreachedRetrievalTool, CallLocation.Of(call.Operation), reason, remedy)
            );
        }
    }

    private static UnreachedRetrievalToolHandOver HandOver(ReachedModelCall call, UnreachedTool unreached)
    {
        var found = new UnreachedRetrievalToolHandOver(unreached.Tool.Syntax.GetLocation());
        return unreached.Why switch
        {
            UnreachedReason.NotRun => found with { Adapter = unreached.Change?.Syntax.GetLocation() },
            UnreachedReason.CallNotRun => found with { Choice = unreached.Change?.Syntax.GetLocation() },
            UnreachedReason.NoKernel => found with
            {
                Kernel = unreached.Change?.Syntax.ToString(),
                Parameter = call.Operation.PassedArguments().First(a => a.Parameter?.Name == "kernel").Parameter!.Name,
            },
            _ => found with
            {
                Settings = unreached.Change?.Syntax.GetLocation(),
                Agent = unreached.Change is null ? AgentOf(call)?.Syntax.GetLocation() : null,
                Parameter =
                    unreached.Change is null
                    && call
                        .Fact.Options.Select(o => call.Operation.PassedArguments().FirstOrDefault(a => a.Parameter?.Name == o))
                        .FirstOrDefault()
                        is { IsImplicit: true, Parameter: { } parameter }
                        ? parameter.Name
                        : null,
            },
        };
    }

    /// <summary>What makes the agent that a call runs, when it has no arguments to which settings could be added.</summary>
    private static IOperation? AgentOf(ReachedModelCall call) =>
        call.Options.OfAgent.ToList() is [{ } agent]
        && agent.TraceThroughCallers(FlowMode.Value, "Arguments") is { IsTruncated: false } arguments
        && arguments.Origins.All(static o => o.Kind == OriginKind.Unset)
            ? AgentsKernel.Made(agent)
            : null;
}
