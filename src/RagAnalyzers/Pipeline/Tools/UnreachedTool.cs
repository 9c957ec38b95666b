using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Clients;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Tools;

/// <summary>A tool that retrieves, and that the model of a call is certainly never offered, or whose call is never run.</summary>
/// <param name="Why">What is missing.</param>
/// <param name="Tool">What makes the tool, or groups it with others.</param>
/// <param name="Change">What is to be changed: the settings, the kernel to pass, what makes the client; null where that is not one thing.</param>
internal sealed record UnreachedTool(UnreachedReason Why, IOperation Tool, IOperation? Change)
{
    private const string Kernel = "Microsoft.SemanticKernel.Kernel";
    private static readonly AccessPath Plugins = AccessPath.Empty.Push("Plugins");

    /// <summary>The tool that a call should offer, or null.</summary>
    public static UnreachedTool? Of(ReachedModelCall call) =>
        call.Fact.Sdk switch
        {
            SdkKind.SemanticKernel when call.Fact.Function is null => KernelOf(call) is not { } plugins
                ? null
                : NotOffered(call, plugins) ?? KernelsToolNotRun(call, plugins) ?? WithoutKernel(call),
            SdkKind.ExtensionsAI => NotRun(call),

            // Around any other client, the agent runs what the model calls.
            SdkKind.AgentFramework when TakesClientAsIs(call) => NotRun(call),
            _ => null,
        };

    /// <summary>What the kernel of the call has, or that of the agent that it runs; null when an agent decides otherwise what it offers.</summary>
    private static TraceResult? KernelOf(ReachedModelCall call) =>
        call.Options.OfAgent.Any() ? AgentsKernel.PluginsOf(call) : ToolReader.Registered(call);

    private static UnreachedTool? NotOffered(ReachedModelCall call, TraceResult plugins)
    {
        if (Retrieving(call.Picture, plugins) is not { } tool)
        {
            return null;
        }

        var settings = new List<IOperation>();
        foreach (var options in call.Options.All)
        {
            if (!OffersNothing(call, options, settings))
            {
                return null;
            }
        }

        return ToolsRunElsewhere.Of(call.Picture).AnyOfKernel
            ? null
            : new UnreachedTool(UnreachedReason.NotOffered, tool, settings.Distinct().ToList() is [{ } one] ? one : null);
    }

    /// <summary>The settings offer what the kernel has, and leave it to the program to run what the model calls; it does not.</summary>
    private static UnreachedTool? KernelsToolNotRun(ReachedModelCall call, TraceResult plugins)
    {
        var decisions = Decisions(call, call.Options.All);
        return
            decisions is { IsTruncated: false }
            && Retrieving(call.Picture, plugins) is { } tool
            && decisions.Origins.Where(static o => !o.IsNothing).ToList() is { Count: > 0 } made
            && made.TrueForAll(o => Allows(call.Picture, o) is { IsRun: false })
            && !ToolsRunElsewhere.Of(call.Picture).AnyCallOfKernel
            ? new UnreachedTool(UnreachedReason.CallNotRun, tool, made.Count == 1 ? made[0].Operation : null)
            : null;
    }

    private static TraceResult Decisions(ReachedModelCall call, IEnumerable<OptionsCarrier> options) =>
        TraceResult.UnionAll(
            options.SelectMany(o =>
                ToolReader.Properties(call, ToolRole.Decides).Select(p => o.TraceThroughCallers(FlowMode.Value, p.Name))
            )
        );

    /// <summary>A choice that offers what the kernel has, and whether what the model calls is run by itself; null of any other.</summary>
    private static (ToolFact Fact, bool? IsRun)? Allows(Picture picture, Origin decision) =>
        decision.Symbol is { } symbol && picture.Sdks.TryGetFact<ToolFact>(symbol, out var fact) && fact.Role == ToolRole.Allows
            ? (fact, AutoInvoke.IsSetBy(decision.Operation))
            : null;

    /// <summary>All is seen of the options, and they offer no tool.</summary>
    /// <param name="settings">Receives the creations of execution settings among them.</param>
    private static bool OffersNothing(ReachedModelCall call, OptionsCarrier options, List<IOperation> settings)
    {
        var carried = options.TraceThroughCallers(FlowMode.Value);
        if (!carried.IsComplete || ToolReader.MayHideTools(call, options))
        {
            return false;
        }

        settings.AddRange(
            carried
                .Origins.Where(static o => o.Kind == OriginKind.Creation)
                .Select(static o => o.Operation)
                .Where(static o => IsSettings(o.Type))
        );
        return ToolReader
            .Properties(call, ToolRole.Decides)
            .Select(p => options.TraceThroughCallers(FlowMode.Value, p.Name))
            .All(static d => !d.IsTruncated && d.Origins.All(static o => o.IsNothing));
    }

    private static bool IsSettings(ITypeSymbol? type) => type.AndBaseTypes().Any(static t => t.Name == "PromptExecutionSettings");

    private static UnreachedTool? WithoutKernel(ReachedModelCall call)
    {
        var passed = call
            .Operation.PassedArguments()
            .FirstOrDefault(static a => (a.Parameter?.Type).HasFullName(Kernel))
            ?.Value.Unwrapped();
        if (passed is not (IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } }) || !OffersKernelsFunctions(call))
        {
            return null;
        }

        var body = call.Picture.BodyOf(call.Operation);
        return FilledKernel(body) ?? MadeKernel(call, body) ?? AskedKernel(call);
    }

    /// <summary>The kernel that the service was taken from, in whatever body: <c>_chat = _kernel.GetRequiredService&lt;...&gt;()</c>.</summary>
    private static UnreachedTool? AskedKernel(ReachedModelCall call)
    {
        if ((call.Argument(SdkFact.Receiver) ?? call.Operation.PassedArguments().FirstOrDefault()?.Value) is not { } service)
        {
            return null;
        }

        foreach (var taken in call.TraceThroughCallers(service, FlowMode.Value).Origins)
        {
            if (
                (taken.Operation as IInvocationOperation)?.ArgumentNamed(SdkFact.Receiver)?.Unwrapped() is { } kernel
                && kernel.Type.HasFullName(Kernel)
                && Retrieving(call.Picture, call.Picture.TraceThroughCallers(kernel, FlowMode.Value, Plugins)) is { } tool
            )
            {
                return new UnreachedTool(UnreachedReason.NoKernel, tool, IsAtHand(kernel, call.Operation) ? kernel : null);
            }
        }

        return null;
    }

    /// <summary>It is a field of the type that asks, and has the same name there.</summary>
    private static bool IsAtHand(IOperation kernel, IOperation asking) =>
        kernel is IFieldReferenceOperation { Field: { } field }
        && SymbolEqualityComparer.Default.Equals(
            field.ContainingType,
            asking.SemanticModel?.GetEnclosingSymbol(asking.Syntax.SpanStart)?.ContainingType
        );

    /// <summary>A kernel of the body to which a plug-in that retrieves is added there: <c>kernel.Plugins.AddFromObject(...)</c>.</summary>
    private static UnreachedTool? FilledKernel(Body body)
    {
        foreach (var (added, fact) in body.CallsWith<ToolFact>().Where(static c => c.Fact.AddsTo is not null))
        {
            var to = added.ArgumentNamed(fact.AddsTo!)?.Unwrapped();
            var kernel = to is IPropertyReferenceOperation { Instance: { } owner } ? owner.Unwrapped() : to;
            if (
                IsKernel(kernel)
                && RetrievingTools.Contain(body.Picture, new Origin(OriginKind.Source, added, AccessPath.Empty, added.TargetMethod))
            )
            {
                return new UnreachedTool(UnreachedReason.NoKernel, added, kernel);
            }
        }

        return null;
    }

    /// <summary>A kernel of the body that is made with such a plug-in.</summary>
    private static UnreachedTool? MadeKernel(ReachedModelCall call, Body body)
    {
        foreach (var kernel in body.Index.Operations.Where(static o => IsKernel(o)).Reverse())
        {
            if (Retrieving(call.Picture, call.TraceThroughCallers(kernel, FlowMode.Value, Plugins)) is { } tool)
            {
                return new UnreachedTool(UnreachedReason.NoKernel, tool, kernel);
            }
        }

        return null;
    }

    private static bool IsKernel(IOperation? value) =>
        value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation && value.Type.HasFullName(Kernel);

    private static bool OffersKernelsFunctions(ReachedModelCall call)
    {
        var decisions = Decisions(call, call.Options.Passed);
        return !decisions.IsTruncated
            && decisions.Origins.Where(static o => !o.IsNothing).ToList() is { Count: > 0 } made
            && made.TrueForAll(o => Allows(call.Picture, o) is not null && o.Operation.PassedArguments().All(static a => a.IsImplicit));
    }

    private static bool TakesClientAsIs(ReachedModelCall call) =>
        call.Options.OfAgent.ToList() is [{ } agent]
        && agent.TraceThroughCallers(FlowMode.Value, "UseProvidedChatClientAsIs")
            is { IsTruncated: false, Origins: [{ Operation.ConstantValue: { HasValue: true, Value: true } }] };

    private static UnreachedTool? NotRun(ReachedModelCall call)
    {
        var offered = TraceResult.UnionAll(
            call.Options.All.SelectMany(o =>
                ToolReader.Properties(call, ToolRole.Offers).Select(p => o.TraceThroughCallers(FlowMode.Value, p.Name))
            )
        );
        return
            Retrieving(call.Picture, offered) is { } tool
            && MayCall(call)
            && !ToolsRunElsewhere.Of(call.Picture).AnyCallOfClient
            && !PromptMiddleware.Of(call.Picture).MayAddPassages
            && AskedServices.Of(call.Picture).IsBare(call, out var adapter, out var isMadeInSight)
            && (isMadeInSight || !ToolsRunElsewhere.Of(call.Picture).AnyOfClient)
            ? new UnreachedTool(UnreachedReason.NotRun, tool, adapter)
            : null;
    }

    /// <summary>Nothing says that the model is not to call the tools, or what else it is to do with them.</summary>
    private static bool MayCall(ReachedModelCall call) =>
        call
            .Options.All.SelectMany(o => o.TraceThroughCallers(FlowMode.Value, "ToolMode").Origins)
            .All(static o => o.IsNothing || o.Symbol?.Name is "Auto" or "RequireAny");

    /// <summary>What makes or groups the first tool that retrieves and that the program itself has to run.</summary>
    private static IOperation? Retrieving(Picture picture, TraceResult tools) =>
        tools
            .Origins.FirstOrDefault(o =>
                RetrievingTools.Contain(picture, o) && !(o.Symbol is IMethodSymbol { ContainingType.Name: "HostedFileSearchTool" })
            )
            ?.Operation;
}
