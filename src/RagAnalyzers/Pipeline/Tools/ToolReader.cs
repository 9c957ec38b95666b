using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Tools;

/// <summary>
/// Reads which tools a model call offers: those of its options and of the agent it runs, and those of its kernel where the settings offer
/// them.
/// </summary>
internal static class ToolReader
{
    public static OfferedTools Read(ReachedModelCall call)
    {
        var offered = TraceResult.Nothing;
        foreach (var options in call.Options.All)
        {
            foreach (var property in Properties(call, ToolRole.Offers))
            {
                offered = offered.Union(options.TraceThroughCallers(FlowMode.Value, property.Name));
            }

            foreach (var property in Properties(call, ToolRole.Decides))
            {
                foreach (var decision in options.TraceThroughCallers(FlowMode.Value, property.Name).Origins)
                {
                    offered = offered.Union(Allowed(call, decision));
                }
            }
        }

        var retrieving = offered.Origins.Where(o => RetrievingTools.Contain(call.Picture, o)).ToImmutableArray();
        return new OfferedTools(
            offered.IsTruncated || offered.Origins.Any(IsTool) || call.Options.All.Any(o => MayHideTools(call, o)),
            !retrieving.IsEmpty
        )
        {
            Retrieving = retrieving,
        };
    }

    /// <summary>Through a raw request, as through extension data, tools may be offered that cannot be seen.</summary>
    public static bool MayHideTools(ReachedModelCall call, OptionsCarrier options) =>
        call
            .Options.Members<FormatBackdoorFact>()
            .Select(static m => m.Member.Name)
            .Distinct()
            .Select(name => options.TraceThroughCallers(FlowMode.Value, name))
            .Any(static t => t.IsTruncated || t.Origins.Any(static o => !o.IsNothing));

    /// <summary>The properties of the call's options that say something of tools.</summary>
    public static IEnumerable<ISymbol> Properties(ReachedModelCall call, ToolRole role) =>
        call.Options.Members<ToolFact>().Where(m => m.Fact.Role == role).Select(static m => m.Member);

    /// <summary>What settings offer: the functions that they name, or all that the kernel of the call has.</summary>
    private static TraceResult Allowed(ReachedModelCall call, Origin decision)
    {
        if (
            decision.Symbol is null
            || !call.Picture.Sdks.TryGetFact<ToolFact>(decision.Symbol, out var tool)
            || tool.Role != ToolRole.Allows
        )
        {
            return TraceResult.Of(decision);
        }

        var named = tool
            .From.Select(f => (decision.Operation as IInvocationOperation)?.ArgumentNamed(f))
            .OfType<IOperation>()
            .Where(static f => f.ConstantValue is not { HasValue: true, Value: null })
            .ToList();
        return named.Count > 0
            ? TraceResult.UnionAll(named.Select(f => call.Picture.TraceThroughCallers(f, FlowMode.Value)))
            : Registered(call);
    }

    /// <summary>What the kernel of the call has.</summary>
    public static TraceResult Registered(ReachedModelCall call)
    {
        var registered = TraceResult.Nothing;
        foreach (
            var property in call
                .Picture.Sdks.SymbolsWith<ToolFact>()
                .Where(s => call.Picture.Sdks.TryGetFact<ToolFact>(s, out var tool) && tool.Role == ToolRole.Registers)
        )
        {
            foreach (
                var owner in call
                    .Operation.PassedArguments()
                    .Select(static a => a.Value.Unwrapped())
                    .Append(call.Argument(SdkFact.Receiver))
                    .Where(v => SymbolEqualityComparer.Default.Equals(v?.Type, property.ContainingType))
            )
            {
                registered = registered.Union(call.TraceThroughCallers(owner!, FlowMode.Value, AccessPath.Empty.Push(property.Name)));
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
