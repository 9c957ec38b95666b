using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Clients;

/// <summary>
/// Tells the tracer how a client travels: it comes from where it is made, through whatever wraps it. To everything else a client is a value
/// like any other.
/// </summary>
internal sealed class ClientFlow : IFlowKnowledge
{
    private static readonly CallFlow Other = new() { ToResult = ImmutableArray.Create("0"), LeavesArgumentsAlone = true };

    private static readonly string[] Services =
    {
        "AddSingleton",
        "AddScoped",
        "AddTransient",
        "AddKeyed",
        "TryAdd",
        "Chat",
        "Generation",
        "Kernel",
        "AI",
    };

    private readonly AiSdks _sdks;
    private readonly IFlowKnowledge _values;
    private readonly ConcurrentDictionary<ISymbol, CallFlow?> _flows = new(SymbolEqualityComparer.Default);

    public ClientFlow(AiSdks sdks, IFlowKnowledge values)
    {
        _sdks = sdks;
        _values = values;
    }

    public CallFlow? OfCall(IMethodSymbol method) =>
        _flows.GetOrAdd(method.OriginalDefinition, _ => Find(method)) ?? (IsOtherRegistration(method) ? Other : null);

    public bool IsSource(IInvocationOperation call) => _values.IsSource(call);

    /// <summary>The container of a kernel's builder holds what the kernel asks.</summary>
    public bool IsPartOfItsOwner(ISymbol member) =>
        member is IPropertySymbol { Name: "Services" } services
            && services.ContainingType.HasFullName("Microsoft.SemanticKernel.IKernelBuilder")
        || _values.IsPartOfItsOwner(member);

    public bool KeepsElementsApart(ITypeSymbol type) => _values.KeepsElementsApart(type);

    /// <summary>A library registers something that answers no prompt: logging, options, a client for HTTP.</summary>
    private static bool IsOtherRegistration(IMethodSymbol method)
    {
        var definition = method.ReducedFrom ?? method;
        if (
            method.IsInSource()
            || !definition.IsExtensionMethod
            || !definition.Parameters[0].Type.HasFullName("Microsoft.Extensions.DependencyInjection.IServiceCollection")
        )
        {
            return false;
        }

        // What is registered as an object, and what a chat is answered by, may be a service.
        return method.TypeArguments.IsEmpty
            ? !Services.Any(n => definition.Name.IndexOf(n, StringComparison.Ordinal) >= 0)
            : !method.TypeArguments.Any(static t => t.FullNamespace().StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal));
    }

    private CallFlow? Find(IMethodSymbol method)
    {
        if (!_sdks.TryGetFact<ClientFact>(method, out var client))
        {
            return _values.OfCall(method);
        }

        if (!client.Makes)
        {
            // A builder that is empty yet has no service, rather than one that is unknown.
            return new CallFlow
            {
                ToResult = client.Wraps,
                MembersFrom = client.Wraps,
                LeavesArgumentsAlone = true,
            };
        }

        return client.AddsTo is { } target
            ? new CallFlow
            {
                IsSource = true,
                ToReceiver = ImmutableArray.Create(target),
                ToResult = ImmutableArray.Create(target, SdkFact.Receiver),
                LeavesArgumentsAlone = true,
            }
            : new CallFlow { IsSource = true, LeavesArgumentsAlone = true };
    }
}
