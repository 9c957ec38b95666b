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

namespace RagAnalyzers.Pipeline.ModelNames;

/// <summary>
/// Reads which model answers a call: the call says it, or its options do, or else the client that it is made on was made for it.
/// </summary>
internal static class ModelNameReader
{
    private const string Kernel = "Microsoft.SemanticKernel.Kernel";

    public static ModelName Read(Picture picture, IInvocationOperation call, ModelCallFact fact, CallChain? via)
    {
        if (picture.Sdks.TryGetFact<ModelNameFact>(call.TargetMethod, out var said))
        {
            return NameIn(said.From.Select(call.ArgumentNamed).OfType<IOperation>().Select(n => picture.Trace(n, FlowMode.Value, via)));
        }

        var ofOptions = NameIn(OptionsOf(picture, call, fact, via));
        if (ofOptions.IsTruncated || (!ofOptions.Origins.IsEmpty && ofOptions.Origins.All(static o => !o.IsOpen)))
        {
            return ofOptions;
        }

        var ofClient = NameIn(ClientsOf(call).Select(c => ModelNameTracer.Of(picture).Trace(c, via)));
        return ofOptions.Origins.IsEmpty ? ofClient : new ModelName(ofOptions.Origins.AddRange(ofClient.Origins), ofClient.IsTruncated);
    }

    private static IEnumerable<TraceResult> OptionsOf(Picture picture, IInvocationOperation call, ModelCallFact fact, CallChain? via)
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
        var properties = picture
            .Sdks.SymbolsWith<ModelNameFact>()
            .OfType<IPropertySymbol>()
            .Where(p =>
                picture.Sdks.TryGetFact<ModelNameFact>(p, out var name)
                && (name.Sdk == fact.Sdk || (fact.Sdk == SdkKind.AgentFramework && name.Sdk == SdkKind.ExtensionsAI))
            )
            .ToList();
        return carriers.SelectMany(c =>
            properties.Select(p => picture.Trace(c.Value, FlowMode.Value, c.Via, AccessPath.Empty.Push(p.Name)))
        );
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
