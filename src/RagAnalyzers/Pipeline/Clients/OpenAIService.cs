using System;
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

    public static bool Answers(ReachedModelCall call) =>
        call.Fact.Sdk switch
        {
            SdkKind.OpenAI => call.Operation.Instance is { } client && IsAtHome(call.Route, client),
            SdkKind.SemanticKernel => !call.Picture.ReferencedAssemblies.Any(static a =>
                OtherConnectors.Any(o => a == "Microsoft.SemanticKernel.Connectors." + o)
            ),
            SdkKind.ExtensionsAI => Receiver(call.Operation) is { } client
                && IsAdapter(call.Route, call.TraceThroughCallers(client, FlowMode.Value)),
            SdkKind.AgentFramework => call.Operation.Instance is { } agent
                && IsAdapter(call.Route, call.TraceThroughCallers(agent, FlowMode.Value, InnerClient)),
            _ => false,
        };

    private static IOperation? Receiver(IInvocationOperation call) => call.Instance ?? call.ArgumentNamed("0");

    private static bool IsAdapter(Route route, TraceResult clients) =>
        !clients.IsTruncated
        && !clients.Origins.IsEmpty
        && clients.Origins.All(o =>
            o is { Path.IsEmpty: true, Operation: IInvocationOperation made, Symbol: { } adapter }
            && route.Picture.Sdks.TryGetFact<OpenAIAdapterFact>(adapter, out _)
            && Receiver(made) is { } client
            && IsAtHome(route.Then(o.Via), client)
        );

    /// <summary>The client is not seen to be pointed at another service.</summary>
    private static bool IsAtHome(Route route, IOperation client)
    {
        var passed = new HashSet<IOperation>();
        var made = route.Picture.TraceWithinBody(client, FlowMode.Content, trail: passed);

        // `new OpenAIClient(key, options).GetChatClient("gpt")`: the client that makes the client knows the service.
        var makers = made
            .Origins.Where(static o => o.Kind == OriginKind.Call)
            .Select(static o => o.Operation)
            .OfType<IInvocationOperation>()
            .Select(static c => c.Instance)
            .OfType<IOperation>();
        var creations = passed.OfType<IObjectCreationOperation>().ToList();
        return (creations.Any(static c => c.Type?.Name == "AzureOpenAIClient") || creations.All(c => IsAtHome(route, c)))
            && makers.All(m => IsAtHome(route, m));
    }

    private static bool IsAtHome(Route route, IObjectCreationOperation creation) =>
        creation.Type?.FullName() switch
        {
            "System.Uri" => creation.ArgumentNamed("uriString")?.ConstantValue is { Value: string address } && IsOpenAIs(address),
            "OpenAI.OpenAIClientOptions" => route
                .TraceThroughCallers(creation, FlowMode.Value, Endpoint)
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
