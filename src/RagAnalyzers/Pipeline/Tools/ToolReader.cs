using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;
using RagAnalyzers.Pipeline.Templates;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline.Tools;

/// <summary>
/// Reads which tools a model call offers: those of its options and of the agent it runs, and those of its kernel where the settings offer
/// them.
/// </summary>
internal static class ToolReader
{
    public static OfferedTools Read(PipelineModel model, IInvocationOperation call, ModelCallFact fact, CallChain? via)
    {
        var carriers = fact
            .Options.Append(fact.Configured)
            .OfType<string>()
            .Distinct()
            .Select(call.ArgumentNamed)
            .OfType<IOperation>()
            .Select(o => (Value: o, Via: via))
            .Concat(PromptFunction.Of(model, call, fact, via).SelectMany(static f => f.Options.Select(o => (Value: o, f.Via))))
            .ToList();
        var offered = TraceResult.Nothing;
        foreach (var carrier in carriers)
        {
            foreach (var property in PropertiesOf(model, ToolRole.Offers, fact.Sdk))
            {
                offered = offered.Union(model.Trace(carrier.Value, FlowMode.Value, carrier.Via, AccessPath.Empty.Push(property.Name)));
            }

            foreach (var property in PropertiesOf(model, ToolRole.Decides, fact.Sdk))
            {
                foreach (
                    var decision in model.Trace(carrier.Value, FlowMode.Value, carrier.Via, AccessPath.Empty.Push(property.Name)).Origins
                )
                {
                    offered = offered.Union(Allowed(model, decision, call, via));
                }
            }
        }

        return new OfferedTools(
            offered.IsTruncated || offered.Origins.Any(IsTool) || carriers.Any(c => MayHideTools(model, c.Value, c.Via, fact.Sdk)),
            offered.Origins.Any(o => RetrievingTools.Contain(model, o))
        );
    }

    /// <summary>Through a raw request, as through extension data, tools may be offered that cannot be seen.</summary>
    private static bool MayHideTools(PipelineModel model, IOperation carrier, CallChain? via, SdkKind sdk) =>
        model
            .Sdks.SymbolsWith<FormatBackdoorFact>()
            .Where(s =>
                model.Sdks.TryGetFact<FormatBackdoorFact>(s, out var backdoor)
                && (backdoor.Sdk == sdk || (sdk == SdkKind.AgentFramework && backdoor.Sdk == SdkKind.ExtensionsAI))
            )
            .Select(static s => s.Name)
            .Distinct()
            .Select(name => model.Trace(carrier, FlowMode.Value, via, AccessPath.Empty.Push(name)))
            .Any(static t => t.IsTruncated || t.Origins.Any(static o => o.Kind is not (OriginKind.Null or OriginKind.Unset)));

    /// <summary>
    /// The properties of options that matter to calls of an SDK; an agent is configured with the options of the chat client it wraps.
    /// </summary>
    private static IEnumerable<ISymbol> PropertiesOf(PipelineModel model, ToolRole role, SdkKind sdk) =>
        model
            .Sdks.SymbolsWith<ToolFact>()
            .Where(s =>
                model.Sdks.TryGetFact<ToolFact>(s, out var tool)
                && tool.Role == role
                && (tool.Sdk == sdk || (sdk == SdkKind.AgentFramework && tool.Sdk == SdkKind.ExtensionsAI))
            );

    /// <summary>What settings offer: the functions that they name, or all that the kernel of the call has.</summary>
    private static TraceResult Allowed(PipelineModel model, Origin decision, IInvocationOperation call, CallChain? via)
    {
        if (decision.Symbol is null || !model.Sdks.TryGetFact<ToolFact>(decision.Symbol, out var tool) || tool.Role != ToolRole.Allows)
        {
            return TraceResult.Of(decision);
        }

        var named = tool
            .From.Select(f => (decision.Operation as IInvocationOperation)?.ArgumentNamed(f))
            .OfType<IOperation>()
            .Where(static f => f.ConstantValue is not { HasValue: true, Value: null })
            .ToList();
        return named.Count > 0
            ? TraceResult.UnionAll(named.Select(f => model.Trace(f, FlowMode.Value, via: null)))
            : Registered(model, call, via);
    }

    private static TraceResult Registered(PipelineModel model, IInvocationOperation call, CallChain? via)
    {
        var registered = TraceResult.Nothing;
        foreach (
            var property in model
                .Sdks.SymbolsWith<ToolFact>()
                .Where(s => model.Sdks.TryGetFact<ToolFact>(s, out var tool) && tool.Role == ToolRole.Registers)
        )
        {
            foreach (
                var owner in call
                    .Arguments.Select(static a => a.Value.Unwrapped())
                    .Append(call.Instance)
                    .Where(v => SymbolEqualityComparer.Default.Equals(v?.Type, property.ContainingType))
            )
            {
                registered = registered.Union(model.Trace(owner!, FlowMode.Value, via, AccessPath.Empty.Push(property.Name)));
            }
        }

        return registered;
    }

    /// <summary>An empty list, or none at all, is no tool.</summary>
    private static bool IsTool(Origin origin) =>
        origin.Kind switch
        {
            OriginKind.Null or OriginKind.Unset => false,
            OriginKind.Creation => origin.Symbol is ITypeSymbol type
                && !type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable),
            _ => true,
        };
}
