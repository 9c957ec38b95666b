using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Clients;

/// <summary>
/// Whether a call certainly asks OpenAI's service, or Azure's, which keeps the same rules. Other services that the same clients
/// can be pointed at, or that stand behind an interface, have rules of their own.
/// </summary>
internal static class OpenAIService
{
    private static readonly AccessPath InnerClient = AccessPath.Empty.Push("chatClient");
    private static readonly AccessPath Endpoint = AccessPath.Empty.Push("Endpoint");

    // Chat connectors of Semantic Kernel that send a request of their own; the settings of OpenAI's connector reach them changed.
    private static readonly string[] OtherConnectors =
    {
        "Amazon",
        "AzureAIInference",
        "Google",
        "HuggingFace",
        "MistralAI",
        "Ollama",
        "Onnx",
    };

    public static bool Answers(Picture picture, IInvocationOperation call, ModelCallFact fact, CallChain? via) =>
        fact.Sdk switch
        {
            SdkKind.OpenAI => call.Instance is { } client && IsAtHome(picture, client, via),
            SdkKind.SemanticKernel => !picture.ReferencedAssemblies.Any(static a =>
                OtherConnectors.Any(o => a == "Microsoft.SemanticKernel.Connectors." + o)
            ),
            SdkKind.ExtensionsAI => Receiver(call) is { } client && IsAdapter(picture, picture.Trace(client, FlowMode.Value, via), via),
            SdkKind.AgentFramework => call.Instance is { } agent
                && IsAdapter(picture, picture.Trace(agent, FlowMode.Value, via, InnerClient), via),
            _ => false,
        };

    private static IOperation? Receiver(IInvocationOperation call) => call.Instance ?? call.ArgumentNamed("0");

    private static bool IsAdapter(Picture picture, TraceResult clients, CallChain? via) =>
        !clients.IsTruncated
        && !clients.Origins.IsEmpty
        && clients.Origins.All(o =>
            o is { Path.IsEmpty: true, Operation: IInvocationOperation made, Symbol: { } adapter }
            && picture.Sdks.TryGetFact<OpenAIAdapterFact>(adapter, out _)
            && Receiver(made) is { } client
            && IsAtHome(picture, client, CallChain.Join(via, o.Via))
        );

    /// <summary>The client is not seen to be pointed at another service.</summary>
    private static bool IsAtHome(Picture picture, IOperation client, CallChain? via)
    {
        var passed = new HashSet<IOperation>();
        var made = picture.Tracer.Trace(client, FlowMode.Content, trail: passed);

        // `new OpenAIClient(key, options).GetChatClient("gpt")`: the client that makes the client knows the service.
        var makers = made
            .Origins.Where(static o => o.Kind == OriginKind.Call)
            .Select(static o => o.Operation)
            .OfType<IInvocationOperation>()
            .Select(static c => c.Instance)
            .OfType<IOperation>();
        var creations = passed.OfType<IObjectCreationOperation>().ToList();
        return (creations.Any(static c => c.Type?.Name == "AzureOpenAIClient") || creations.All(c => IsAtHome(picture, c, via)))
            && makers.All(m => IsAtHome(picture, m, via));
    }

    private static bool IsAtHome(Picture picture, IObjectCreationOperation creation, CallChain? via) =>
        creation.Type?.FullName() switch
        {
            "System.Uri" => creation.ArgumentNamed("uriString")?.ConstantValue is { Value: string address } && IsOpenAIs(address),
            "OpenAI.OpenAIClientOptions" => picture
                .Trace(creation, FlowMode.Value, via, Endpoint)
                .Origins.All(static o => o.Kind is OriginKind.Unset or OriginKind.Null or OriginKind.Creation),
            _ => true,
        };

    private static bool IsOpenAIs(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (
            uri.Host.EndsWith(".openai.com", StringComparison.OrdinalIgnoreCase)
            || uri.Host.EndsWith(".azure.com", StringComparison.OrdinalIgnoreCase)
        );
}
