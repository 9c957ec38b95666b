using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Clients;

namespace RagAnalyzers.Pipeline.Retrievals.Embedders;

/// <summary>Traces what an embedder was made with, through callers, constructors and containers.</summary>
internal sealed class EmbedderTracer
{
    private const int MaximumDepth = 3;

    private readonly Picture _picture;
    private readonly ValueTracer _names;
    private readonly ValueTracer _dimensions;
    private readonly RegisteredClients _clients;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _assigned = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _passed = new(SymbolEqualityComparer.Default);

    private EmbedderTracer(Picture picture)
    {
        _picture = picture;
        _names = TracerOf(picture, isName: true);
        _dimensions = TracerOf(picture, isName: false);
        _clients = RegisteredClients.Of(picture);
    }

    private bool IsLibrary => _picture.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;

    public static EmbedderTracer Of(Picture picture) => picture.Once(static p => new EmbedderTracer(p));

    /// <summary>What is known of an embedder.</summary>
    /// <param name="embedder">The generator, client or service.</param>
    /// <param name="route">How its body was reached.</param>
    /// <param name="path">Where the value holds the embedder; it is one when null.</param>
    public Embedder Read(IOperation embedder, Route route, AccessPath? path = null) =>
        new(
            Trace(_names, embedder, route, path),
            new(() => Trace(_dimensions, embedder, route, path), LazyThreadSafetyMode.ExecutionAndPublication),
            PointedClients.Of(_picture).Any
        );

    private static ValueTracer TracerOf(Picture picture, bool isName) =>
        new(new EmbedderFlow(picture.Sdks, picture.Tracer.Knowledge, isName), picture.Tracer.Bodies);

    private TraceResult Trace(ValueTracer tracer, IOperation value, Route route, AccessPath? path)
    {
        var found = tracer.Trace(value, FlowMode.Value, path);
        return Closed(route.Calls?.Bind(found, tracer, FlowMode.Value) ?? found, tracer, MaximumDepth);
    }

    /// <summary>What callers and the makers of an object pass stands for their parameters, and what a container hands out.</summary>
    private TraceResult Closed(TraceResult found, ValueTracer tracer, int depth) =>
        _picture
            .ClosedWorldOf(tracer)
            .Close(found, FlowMode.Value)
            .Substitute(o =>
            {
                if (depth > 0 && OptionsDefault.Of(_picture, o) is { IsEmpty: false } defaults)
                {
                    return TraceResult.UnionAll(defaults.Select(v => Closed(tracer.Trace(v, FlowMode.Value), tracer, depth - 1)));
                }

                var passed = depth == 0 ? ImmutableArray<IOperation>.Empty : Behind(o);
                return passed.IsEmpty
                    ? null
                    : TraceResult.UnionAll(passed.Select(v => Closed(tracer.Trace(v, FlowMode.Value, o.Path), tracer, depth - 1)));
            });

    private ImmutableArray<IOperation> Behind(Origin origin)
    {
        if (
            origin
                is {
                    Kind: OriginKind.Parameter,
                    Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter
                }
            && _passed.GetOrAdd(parameter, p => PassedToConstructor((IParameterSymbol)p)) is { IsEmpty: false } passed
        )
        {
            return passed;
        }

        return origin is { Kind: OriginKind.State, Path.IsEmpty: true, Symbol: IFieldSymbol or IPropertySymbol }
            ? _assigned.GetOrAdd(origin.Symbol, Assigned)
            : _clients.HandedOut(origin);
    }

    /// <summary>All that is seen to be put into a field or property that anybody could write; empty when others may.</summary>
    private ImmutableArray<IOperation> Assigned(ISymbol holder)
    {
        if (
            !holder.IsInSource()
            || !SymbolEqualityComparer.Default.Equals(holder.ContainingAssembly, _picture.Compilation.Assembly)
            || (IsLibrary && holder.DeclaredAccessibility == Accessibility.Public && IsPublic(holder.ContainingType))
        )
        {
            return ImmutableArray<IOperation>.Empty;
        }

        return OptionsDefault.AssignedTo(_picture, holder);
    }

    /// <summary>What all visible creations pass for the parameter of a constructor; empty when there are none, or others may come.</summary>
    private ImmutableArray<IOperation> PassedToConstructor(IParameterSymbol parameter)
    {
        var constructor = (IMethodSymbol)parameter.ContainingSymbol.OriginalDefinition;
        if (IsLibrary && IsPublic(constructor.ContainingType))
        {
            return ImmutableArray<IOperation>.Empty;
        }

        var values = _picture
            .BodiesMentioning(constructor.ContainingType)
            .Select(static r => r.Root())
            .Distinct()
            .SelectMany(static r => BodyIndex.Of(r).Creations)
            .Where(c => SymbolEqualityComparer.Default.Equals(c.Constructor?.OriginalDefinition, constructor))
            .Select(c => c.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal)?.Value)
            .ToList();
        return values.Contains(null) ? ImmutableArray<IOperation>.Empty : values.OfType<IOperation>().ToImmutableArray();
    }

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsPublic(type.ContainingType));
}
