using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Tools;

/// <summary>
/// Reads which tools a model call offers: those of its options and of the agent it runs, and those of its kernel where the settings offer
/// them.
/// </summary>
internal static class ToolReader
{
    public static OfferedTools Read(Picture picture, IInvocationOperation call, ModelCallFact fact, CallChain? via)
    {
        var carriers = fact
            .Options.Append(fact.Configured)
            .OfType<string>()
            .Distinct()
            .Select(call.ArgumentNamed)
            .OfType<IOperation>()
            .Select(o => (Value: o, Via: via))
            .Concat(PromptFunction.Of(picture, call, fact, via).SelectMany(static f => f.Options.Select(o => (Value: o, f.Via))))
            .ToList();
        var offered = TraceResult.Nothing;
        foreach (var carrier in carriers)
        {
            foreach (var property in PropertiesOf(picture, ToolRole.Offers, fact.Sdk))
            {
                offered = offered.Union(picture.Trace(carrier.Value, FlowMode.Value, carrier.Via, AccessPath.Empty.Push(property.Name)));
            }

            foreach (var property in PropertiesOf(picture, ToolRole.Decides, fact.Sdk))
            {
                foreach (
                    var decision in picture.Trace(carrier.Value, FlowMode.Value, carrier.Via, AccessPath.Empty.Push(property.Name)).Origins
                )
                {
                    offered = offered.Union(Allowed(picture, decision, call, via));
                }
            }
        }

        return new OfferedTools(
            offered.IsTruncated || offered.Origins.Any(IsTool) || carriers.Any(c => MayHideTools(picture, c.Value, c.Via, fact.Sdk)),
            offered.Origins.Any(o => RetrievingTools.Contain(picture, o))
        );
    }

    /// <summary>Through a raw request, as through extension data, tools may be offered that cannot be seen.</summary>
    private static bool MayHideTools(Picture picture, IOperation carrier, CallChain? via, SdkKind sdk) =>
        picture
            .Sdks.SymbolsWith<FormatBackdoorFact>()
            .Where(s =>
                picture.Sdks.TryGetFact<FormatBackdoorFact>(s, out var backdoor)
                && (backdoor.Sdk == sdk || (sdk == SdkKind.AgentFramework && backdoor.Sdk == SdkKind.ExtensionsAI))
            )
            .Select(static s => s.Name)
            .Distinct()
            .Select(name => picture.Trace(carrier, FlowMode.Value, via, AccessPath.Empty.Push(name)))
            .Any(static t => t.IsTruncated || t.Origins.Any(static o => o.Kind is not (OriginKind.Null or OriginKind.Unset)));

    /// <summary>
    /// The properties of options that matter to calls of an SDK; an agent is configured with the options of the chat client it wraps.
    /// </summary>
    private static IEnumerable<ISymbol> PropertiesOf(Picture picture, ToolRole role, SdkKind sdk) =>
        picture
            .Sdks.SymbolsWith<ToolFact>()
            .Where(s =>
                picture.Sdks.TryGetFact<ToolFact>(s, out var tool)
                && tool.Role == role
                && (tool.Sdk == sdk || (sdk == SdkKind.AgentFramework && tool.Sdk == SdkKind.ExtensionsAI))
            );

    /// <summary>What settings offer: the functions that they name, or all that the kernel of the call has.</summary>
    private static TraceResult Allowed(Picture picture, Origin decision, IInvocationOperation call, CallChain? via)
    {
        if (decision.Symbol is null || !picture.Sdks.TryGetFact<ToolFact>(decision.Symbol, out var tool) || tool.Role != ToolRole.Allows)
        {
            return TraceResult.Of(decision);
        }

        var named = tool
            .From.Select(f => (decision.Operation as IInvocationOperation)?.ArgumentNamed(f))
            .OfType<IOperation>()
            .Where(static f => f.ConstantValue is not { HasValue: true, Value: null })
            .ToList();
        return named.Count > 0
            ? TraceResult.UnionAll(named.Select(f => picture.Trace(f, FlowMode.Value, via: null)))
            : Registered(picture, call, via);
    }

    private static TraceResult Registered(Picture picture, IInvocationOperation call, CallChain? via)
    {
        var registered = TraceResult.Nothing;
        foreach (
            var property in picture
                .Sdks.SymbolsWith<ToolFact>()
                .Where(s => picture.Sdks.TryGetFact<ToolFact>(s, out var tool) && tool.Role == ToolRole.Registers)
        )
        {
            foreach (
                var owner in call
                    .Arguments.Select(static a => a.Value.Unwrapped())
                    .Append(call.Instance)
                    .Where(v => SymbolEqualityComparer.Default.Equals(v?.Type, property.ContainingType))
            )
            {
                registered = registered.Union(picture.Trace(owner!, FlowMode.Value, via, AccessPath.Empty.Push(property.Name)));
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
