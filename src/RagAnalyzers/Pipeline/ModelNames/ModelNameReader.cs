using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.ModelNames;

/// <summary>
/// Reads which model answers a call: the call says it, or its options do, or else the client that it is made on was made for it.
/// </summary>
internal static class ModelNameReader
{
    private const string Kernel = "Microsoft.SemanticKernel.Kernel";

    public static ModelName Read(ReachedModelCall call)
    {
        if (call.Operation.CalledMethod() is { } called && call.Picture.Sdks.TryGetFact<ModelNameFact>(called, out var said))
        {
            return NameIn(call.Arguments(said.From).Select(n => call.TraceThroughCallers(n, FlowMode.Value)));
        }

        var ofOptions = NameIn(InOptions(call));
        if (ofOptions.IsTruncated || (!ofOptions.Origins.IsEmpty && ofOptions.Origins.All(static o => !o.IsOpen)))
        {
            return ofOptions;
        }

        var ofClient = NameIn(ClientsOf(call.Operation).Select(c => ModelNameTracer.Of(call.Picture).TraceThroughCallers(c, call.Route)));
        return ofOptions.Origins.IsEmpty ? ofClient : new ModelName(ofOptions.Origins.AddRange(ofClient.Origins), ofClient.IsTruncated);
    }

    private static IEnumerable<TraceResult> InOptions(ReachedModelCall call)
    {
        var properties = call.Options.Members<ModelNameFact>().Select(static m => m.Member).OfType<IPropertySymbol>().ToList();
        return call.Options.All.SelectMany(o => properties.Select(p => o.TraceThroughCallers(FlowMode.Value, p.Name)));
    }

    /// <summary>What the call is made on; a prompt function is run by the kernel.</summary>
    private static IEnumerable<IOperation> ClientsOf(IOperation call)
    {
        var on = call.ArgumentNamed(SdkFact.Receiver) ?? call.PassedArguments().FirstOrDefault()?.Value;
        var kernel = call.PassedArguments().Select(static a => a.Value).FirstOrDefault(static v => v.Type.HasFullName(Kernel));
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
