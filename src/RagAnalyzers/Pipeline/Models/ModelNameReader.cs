using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;
using RagAnalyzers.Pipeline.Templates;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline.Models;

/// <summary>
/// Reads which model answers a call: the call says it, or its options do, or else the client that it is made on was made for it.
/// </summary>
internal static class ModelNameReader
{
    private const string Kernel = "Microsoft.SemanticKernel.Kernel";

    public static ModelName Read(PipelineModel model, IInvocationOperation call, ModelCallFact fact, CallChain? via)
    {
        if (model.Sdks.TryGetFact<ModelNameFact>(call.TargetMethod, out var said))
        {
            return NameIn(said.From.Select(call.ArgumentNamed).OfType<IOperation>().Select(n => model.Trace(n, FlowMode.Value, via)));
        }

        var ofOptions = NameIn(OptionsOf(model, call, fact, via));
        if (ofOptions.IsTruncated || (!ofOptions.Origins.IsEmpty && ofOptions.Origins.All(static o => !o.IsOpen)))
        {
            return ofOptions;
        }

        var ofClient = NameIn(ClientsOf(call).Select(c => model.TraceModelName(c, via)));
        return ofOptions.Origins.IsEmpty ? ofClient : new ModelName(ofOptions.Origins.AddRange(ofClient.Origins), ofClient.IsTruncated);
    }

    private static IEnumerable<TraceResult> OptionsOf(PipelineModel model, IInvocationOperation call, ModelCallFact fact, CallChain? via)
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
        var properties = model
            .Sdks.SymbolsWith<ModelNameFact>()
            .OfType<IPropertySymbol>()
            .Where(p =>
                model.Sdks.TryGetFact<ModelNameFact>(p, out var name)
                && (name.Sdk == fact.Sdk || (fact.Sdk == SdkKind.AgentFramework && name.Sdk == SdkKind.ExtensionsAI))
            )
            .ToList();
        return carriers.SelectMany(c => properties.Select(p => model.Trace(c.Value, FlowMode.Value, c.Via, AccessPath.Empty.Push(p.Name))));
    }

    /// <summary>What the call is made on; a prompt function is run by the kernel.</summary>
    private static IEnumerable<IOperation> ClientsOf(IInvocationOperation call)
    {
        var on = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        var kernel = call.Arguments.Select(static a => a.Value).FirstOrDefault(static v => v.Type?.FullName() == Kernel);
        return new[]
        {
            on?.Type is { } type && type.FullName().EndsWith("Function", System.StringComparison.Ordinal) ? kernel : on,
        }.OfType<IOperation>();
    }

    private static ModelName NameIn(IEnumerable<TraceResult> results)
    {
        var all = TraceResult.UnionAll(results);
        return new ModelName(
            all.Origins.RemoveAll(static o => o.Kind is OriginKind.Creation or OriginKind.Unset or OriginKind.Null),
            all.IsTruncated
        );
    }
}
