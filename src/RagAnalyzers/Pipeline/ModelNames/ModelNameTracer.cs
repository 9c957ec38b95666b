using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;

namespace RagAnalyzers.Pipeline.ModelNames;

/// <summary>Traces the name of the model that a client, or what wraps one, was made for, through callers and containers.</summary>
internal sealed class ModelNameTracer
{
    private readonly ValueTracer _names;
    private readonly ClosedWorld _world;
    private readonly RegisteredClients _clients;

    private ModelNameTracer(Picture picture)
    {
        _names = new ValueTracer(new ModelNameFlow(picture.Sdks, picture.Tracer.Knowledge), picture.Tracer.Bodies);
        _world = picture.ClosedWorldOf(_names);
        _clients = RegisteredClients.Of(picture);
    }

    public static ModelNameTracer Of(Picture picture) => picture.Once(static p => new ModelNameTracer(p));

    /// <summary>Where the name comes from.</summary>
    /// <param name="client">The client.</param>
    /// <param name="route">How the client's body was reached.</param>
    public TraceResult TraceThroughCallers(IOperation client, Route route)
    {
        var name = _names.Trace(client, FlowMode.Value);
        name = _world.Close(route.Calls?.Bind(name, _names, FlowMode.Value) ?? name, FlowMode.Value);
        return name.Substitute(o =>
            _clients.HandedOut(o) is { IsEmpty: false } clients
                ? TraceResult.UnionAll(clients.Select(c => _names.Trace(c, FlowMode.Value)))
                : null
        );
    }
}
