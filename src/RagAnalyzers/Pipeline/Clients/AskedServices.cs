using System.Collections.Generic;
using System.Collections.Immutable;
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
/// Reads which service a model call asks, from the client that it is made on back to where that is made and pointed, through callers and
/// containers.
/// </summary>
internal sealed class AskedServices
{
    private const string Kernel = "Microsoft.SemanticKernel.Kernel";

    // A client of a client of a client.
    private const int MaximumDepth = 4;

    private readonly Picture _picture;
    private readonly ValueTracer _tracer;
    private readonly ClosedWorld _world;
    private readonly RegisteredClients _registered;

    private AskedServices(Picture picture)
    {
        _picture = picture;
        _tracer = new ValueTracer(new ClientFlow(picture.Sdks, picture.Tracer.Knowledge), picture.Tracer.Bodies);
        _world = picture.ClosedWorldOf(_tracer);
        _registered = RegisteredClients.Of(picture);
    }

    public static AskedServices Of(Picture picture) => picture.Once(static p => new AskedServices(p));

    /// <summary>The service that a call asks.</summary>
    public AskedService Of(ReachedModelCall call) => ClientOf(call.Operation) is { } client ? Of(client, call.Route) : AskedService.Unknown;

    private AskedService Of(IOperation client, Route route)
    {
        var made = Trace(client, route);
        var service = Of(made, route, MaximumDepth);
        return
            service == AskedService.OpenAI
            && made.Origins.Any(o => FactOf(o) is { AddsTo: not null })
            && PointedClients.Of(_picture).RegistersServices
            ? AskedService.Unknown
            : service;
    }

    /// <summary>The call certainly reaches its service through OpenAI's connectors of Semantic Kernel.</summary>
    public bool GoesThroughConnector(ReachedModelCall call) =>
        ClientOf(call.Operation) is { } client
        && Trace(client, call.Route) is { IsTruncated: false, Origins: { IsEmpty: false } origins }
        && origins.Where(o => !IsWrapper(o)).ToList() is { Count: > 0 } made
        && made.All(o => FactOf(o) is { Makes: true, Sdk: SdkKind.SemanticKernel });

    /// <summary>
    /// The call goes to a client of OpenAI's or Azure's library with nothing around it that would run what the model calls.
    /// </summary>
    /// <param name="adapter">The call that makes a chat client of it, or builds one around it; null where that is not one call.</param>
    /// <param name="isMadeInSight">All that happens between the making of the client and the call is seen: nothing is built around it.</param>
    public bool IsBare(ReachedModelCall call, out IInvocationOperation? adapter, out bool isMadeInSight)
    {
        adapter = null;
        isMadeInSight = false;
        if (ClientOf(call.Operation) is not { } client)
        {
            return false;
        }

        var passed = new HashSet<IOperation>();
        var made = Trace(client, call.Route, passed, out var isHandedOut);
        var adapters = passed
            .OfType<IInvocationOperation>()
            .Where(static c => c.TargetMethod.Name is "AsIChatClient" or "Build")
            .OrderByDescending(static c => c.TargetMethod.Name == "Build")
            .ToList();
        isMadeInSight =
            !isHandedOut
            && passed.All(o => o is not IObjectCreationOperation made || OpenAITypes.Has(made.Type))
            && passed
                .OfType<IInvocationOperation>()
                .All(c =>
                    c.TargetMethod.Name == "AsIChatClient"
                    || (_picture.Sdks.TryGetFact<ClientFact>(c.TargetMethod, out var fact) && fact is { Makes: true, Sdk: SdkKind.OpenAI })
                );
        adapter = adapters.Count > 0 && adapters.Count(a => a.TargetMethod.Name == adapters[0].TargetMethod.Name) == 1 ? adapters[0] : null;
        return made is { IsTruncated: false, Origins: { IsEmpty: false } origins }
            && origins.Where(o => !IsWrapper(o)).ToList() is { Count: > 0 } clients
            && clients.All(o => o.Path.IsEmpty && (FactOf(o) is { Makes: true, Sdk: SdkKind.OpenAI } || OpenAITypes.Has(TypeOf(o))));
    }

    /// <summary>
    /// The call certainly goes to a class of this compilation that answers by itself: a stand-in of a test, or code that speaks to a service in
    /// its own way.
    /// </summary>
    public bool IsAnsweredHere(ReachedModelCall call) =>
        OwnClients.Of(_picture).Any && ClientOf(call.Operation) is { } client && IsAnsweredHere(client, call.Route, MaximumDepth);

    private bool IsAnsweredHere(IOperation client, Route route, int depth) =>
        (client.Unwrapped().Type is INamedTypeSymbol type && OwnClients.AnswersByItself(type))
        || (
            Trace(client, route) is { IsTruncated: false } made
            && made.Origins.Where(o => !IsWrapper(o) && o.Kind != OriginKind.Null).ToList() is { Count: > 0 } clients
            && clients.TrueForAll(o => IsAnsweredHere(o, route, depth))
        );

    private bool IsAnsweredHere(Origin client, Route route, int depth) =>
        FactOf(client) is { } fact
            ? depth > 0
                && Passed(client.Operation, fact.Wraps) is { Count: > 0 } wrapped
                && wrapped.All(w => IsAnsweredHere(w, route.Then(client.Via), depth - 1))
            : client is { Kind: OriginKind.Creation, Path.IsEmpty: true, Operation.Type: INamedTypeSymbol made }
                && OwnClients.AnswersByItself(made);

    /// <summary>What a call is made on; a prompt function is run by the kernel.</summary>
    public static IOperation? ClientOf(IOperation call)
    {
        var on = call.ArgumentNamed(SdkFact.Receiver) ?? call.ArgumentNamed("0");
        return on?.Type is { } type && type.FullName().EndsWith("Function", System.StringComparison.Ordinal)
            ? call.PassedArguments().Select(static a => a.Value).FirstOrDefault(static v => v.Unwrapped().Type.HasFullName(Kernel))
            : on;
    }

    private TraceResult Trace(IOperation client, Route route) => Trace(client, route, passed: null, out _);

    /// <param name="passed">Receives what the trace passes.</param>
    /// <param name="isHandedOut">A container hands the client out, and may have put something around it.</param>
    private TraceResult Trace(IOperation client, Route route, ISet<IOperation>? passed, out bool isHandedOut)
    {
        var any = false;
        var made = _tracer.Trace(client, FlowMode.Value, trail: passed);
        made = _world.Close(route.Calls?.Bind(made, _tracer, FlowMode.Value) ?? made, FlowMode.Value);
        made = made.Substitute(o =>
        {
            if (_registered.HandedOut(o) is not { IsEmpty: false } clients)
            {
                return null;
            }

            any = true;
            return TraceResult.UnionAll(clients.Select(c => _tracer.Trace(c, FlowMode.Value, trail: passed)));
        });
        isHandedOut = any;
        return made;
    }

    private AskedService Of(TraceResult clients, Route route, int depth)
    {
        var services = clients.Origins.Where(o => !IsWrapper(o) && o.Kind is not OriginKind.Null).Select(o => Of(o, route, depth)).ToList();
        return services.Contains(AskedService.Elsewhere) ? AskedService.Elsewhere
            : services.Contains(AskedService.Unbound) ? AskedService.Unbound
            : !clients.IsTruncated && services.Count > 0 && services.All(static s => s == AskedService.OpenAI) ? AskedService.OpenAI
            : AskedService.Unknown;
    }

    /// <summary>The object that wraps a client; what counts is the client.</summary>
    private bool IsWrapper(Origin origin) =>
        origin is { Kind: OriginKind.Creation, Operation: IObjectCreationOperation { Constructor: { } constructor } }
        && _picture.Sdks.TryGetFact<ClientFact>(constructor, out _);

    private ClientFact? FactOf(Origin origin) =>
        origin is { Kind: OriginKind.Source, Path.IsEmpty: true, Symbol: { } member }
        && _picture.Sdks.TryGetFact<ClientFact>(member, out var fact)
            ? fact
            : null;

    private AskedService Of(Origin origin, Route route, int depth)
    {
        if (FactOf(origin) is not { } fact)
        {
            return OfType(origin);
        }

        var at = route.Then(origin.Via);
        if (Passed(origin.Operation, fact.Wraps) is { Count: > 0 } wrapped)
        {
            return depth == 0 ? AskedService.Unknown : Of(TraceResult.UnionAll(wrapped.Select(w => Trace(w, at))), at, depth - 1);
        }

        if (Passed(origin.Operation, fact.Hidden).Count > 0)
        {
            return AskedService.Unknown;
        }

        var pointed = Passed(origin.Operation, fact.Endpoint).Select(e => ServiceAddress.Of(at, e)).ToList();
        return pointed.Contains(AskedService.Elsewhere) ? AskedService.Elsewhere
            : pointed.All(static p => p == AskedService.OpenAI) || IsAzures(origin.Symbol!) ? AskedService.OpenAI
            : AskedService.Unknown;
    }

    /// <summary>A client from elsewhere: Azure's is Azure's, and OpenAI's asks OpenAI unless the compilation points clients elsewhere.</summary>
    private AskedService OfType(Origin origin)
    {
        if (origin is { Kind: OriginKind.Unknown, Operation: IInvalidOperation })
        {
            return AskedService.Unbound;
        }

        if (!origin.Path.IsEmpty)
        {
            return AskedService.Unknown;
        }

        if (origin is { Kind: OriginKind.Creation, Operation.Type: INamedTypeSymbol made } && OwnClients.AnswersByItself(made))
        {
            return AskedService.Elsewhere;
        }

        var type = TypeOf(origin);
        return type?.FullNamespace() == "Azure.AI.OpenAI" || (OpenAITypes.Has(type) && !PointedClients.Of(_picture).Any)
            ? AskedService.OpenAI
            : AskedService.Unknown;
    }

    private static ITypeSymbol? TypeOf(Origin origin) =>
        origin.Symbol is IMethodSymbol method ? method.ReturnType : origin.Symbol?.HeldType();

    private static bool IsAzures(ISymbol member) => member.ContainingType.Name.StartsWith("Azure", System.StringComparison.Ordinal);

    private static IReadOnlyList<IOperation> Passed(IOperation made, ImmutableArray<string> parameters) =>
        parameters
            .Select(p => made.ArgumentNamed(p))
            .OfType<IOperation>()
            .Where(static v =>
                v is not IDefaultValueOperation
                && v.Unwrapped() is not IDefaultValueOperation
                && v.Unwrapped().ConstantValue is not { HasValue: true, Value: null }
            )
            .ToList();
}
