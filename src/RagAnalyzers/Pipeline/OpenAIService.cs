using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// Whether a call certainly asks OpenAI's service, or Azure's, which keeps the same rules. Other services that the same clients
/// can be pointed at, or that stand behind an interface, have rules of their own.
/// </summary>
internal static class OpenAIService
{
    private static readonly AccessPath InnerClient = AccessPath.Empty.Push("chatClient");
    private static readonly AccessPath Endpoint = AccessPath.Empty.Push("Endpoint");

    // Chat connectors of Semantic Kernel that send a request of their own; the settings of OpenAI's connector reach them changed.
    private static readonly string[] OtherConnectors = { "Amazon", "AzureAIInference", "Google", "HuggingFace", "MistralAI", "Ollama", "Onnx" };

    public static bool Answers(PipelineModel model, IInvocationOperation call, ModelCallFact fact, CallChain? via) => fact.Sdk switch
    {
        SdkKind.OpenAI => call.Instance is { } client && IsAtHome(model, client, via),
        SdkKind.SemanticKernel => !model.ReferencedAssemblies.Any(static a => OtherConnectors.Any(o => a == "Microsoft.SemanticKernel.Connectors." + o)),
        SdkKind.ExtensionsAI => Receiver(call) is { } client && IsAdapter(model, model.Trace(client, FlowMode.Value, via), via),
        SdkKind.AgentFramework => call.Instance is { } agent && IsAdapter(model, model.Trace(agent, FlowMode.Value, via, InnerClient), via),
        _ => false,
    };

    private static IOperation? Receiver(IInvocationOperation call) => call.Instance ?? call.ArgumentNamed("0");

    private static bool IsAdapter(PipelineModel model, TraceResult clients, CallChain? via)
        => !clients.IsTruncated
            && !clients.Origins.IsEmpty
            && clients.Origins.All(o => o is { Path.IsEmpty: true, Operation: IInvocationOperation made, Symbol: { } adapter }
                && model.Sdks.TryGetFact<OpenAIAdapterFact>(adapter, out _)
                && Receiver(made) is { } client
                && IsAtHome(model, client, CallChain.Join(via, o.Via)));

    /// <summary>The client is not seen to be pointed at another service.</summary>
    private static bool IsAtHome(PipelineModel model, IOperation client, CallChain? via)
    {
        var seen = new HashSet<IOperation>();
        model.Tracer.Trace(client, FlowMode.Content, trail: seen);
        if (seen.OfType<IObjectCreationOperation>().Any(c => c.Type?.FullName() == "OpenAI.OpenAIClientOptions" && !IsUnset(model.Trace(c, FlowMode.Content, via, Endpoint))))
            return false;
        return !seen.OfType<IMemberReferenceOperation>().Any(static m => m.Member.Name == "Endpoint");
    }

    private static bool IsUnset(TraceResult endpoint)
        => !endpoint.IsTruncated && endpoint.Origins.All(static o => o.Kind is OriginKind.Unset or OriginKind.Null || (o.Kind == OriginKind.Constant && IsOpenAIs(o.Operation.ConstantValue.Value as string)) || o.Kind == OriginKind.Creation);

    private static bool IsOpenAIs(string? address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Host.EndsWith(".openai.com", StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith(".azure.com", StringComparison.OrdinalIgnoreCase));
}
