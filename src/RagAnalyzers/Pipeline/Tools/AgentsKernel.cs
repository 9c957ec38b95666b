using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;

namespace RagAnalyzers.Pipeline.Tools;

/// <summary>
/// The kernel of an agent of Semantic Kernel that asks a chat completion service: which of its functions it offers is up to its arguments, as
/// in any other call. Agents of a service offer what their kernel has by themselves.
/// </summary>
internal static class AgentsKernel
{
    private const string Kernel = "Kernel";

    private static readonly AccessPath Plugins = AccessPath.Empty.Push("Plugins");

    /// <summary>What the kernel of the one agent has that a call runs; null when the agent, or the kernel that it has then, cannot be seen.</summary>
    public static TraceResult? PluginsOf(ReachedModelCall call) =>
        !call.Fact.Gathers
        && call.Options.OfAgent.ToList() is [{ } agent]
        && Made(agent) is not null
        && call.Options.Passed.All(static o =>
            o.TraceThroughCallers(FlowMode.Value, Kernel) is { IsTruncated: false } own && own.Origins.All(static k => k.IsNothing)
        )
            ? agent.TraceThroughCallers(FlowMode.Value, Plugins.Push(Kernel))
            : null;

    /// <summary>What makes the agent, when it is one that asks a chat completion service; null where it cannot be seen.</summary>
    public static IOperation? Made(OptionsCarrier agent) =>
        agent.TraceThroughCallers(FlowMode.Value) is { IsTruncated: false } trace
        && trace.Origins.Where(static o => o.Kind == OriginKind.Creation && IsAgent(o.Symbol)).ToList() is [{ } made]
        && trace.Origins.All(static o => o.Kind == OriginKind.Creation)
            ? made.Operation
            : null;

    private static bool IsAgent(ISymbol? type) =>
        type is ITypeSymbol named && named.HasFullName("Microsoft.SemanticKernel.Agents.ChatCompletionAgent");
}
