using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow;

/// <summary>Replaces parameters by what every visible call passes, where all calls are visible. A parameter that others may set stays unknown.</summary>
internal sealed class ClosedWorld
{
    private const int MaximumDepth = 3;

    private readonly ValueTracer _tracer;
    private readonly CallSites _sites;

    public ClosedWorld(ValueTracer tracer, CallSites sites)
    {
        _tracer = tracer;
        _sites = sites;
    }

    public TraceResult Close(TraceResult result, FlowMode mode) => Close(result, mode, MaximumDepth, localOnly: false);

    /// <summary>Replaces the parameters of local functions alone; all their calls are in the same body.</summary>
    public TraceResult CloseLocalFunctions(TraceResult result, FlowMode mode) => Close(result, mode, MaximumDepth, localOnly: true);

    private TraceResult Close(TraceResult result, FlowMode mode, int depth, bool localOnly)
        => result.Substitute(o =>
        {
            if (depth == 0 || o is not { Kind: OriginKind.Parameter, Via: null, Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter })
                return null;
            if (localOnly && method.MethodKind != MethodKind.LocalFunction)
                return null;
            var arguments = PassedFor(parameter, method, o.Operation);
            if (arguments.IsEmpty)
                return null;
            var closed = Close(TraceResult.UnionAll(arguments.Select(a => _tracer.Trace(a, mode, o.Path))), mode, depth - 1, localOnly);
            return o.Part is null ? closed : closed.InPart(o.Part);
        });

    /// <summary>What every visible call passes for a parameter that a trace ended at; empty when others may call.</summary>
    public ImmutableArray<IOperation> PassedFor(Origin origin)
        => origin is { Kind: OriginKind.Parameter, Via: null, Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter }
            ? PassedFor(parameter, method, origin.Operation)
            : ImmutableArray<IOperation>.Empty;

    private ImmutableArray<IOperation> PassedFor(IParameterSymbol parameter, IMethodSymbol method, IOperation use)
    {
        var passed = CallsOf(method, use).Select(c => c.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal)?.Value).ToList();
        return passed.Contains(null) ? ImmutableArray<IOperation>.Empty : passed.OfType<IOperation>().ToImmutableArray();
    }

    private IReadOnlyList<IInvocationOperation> CallsOf(IMethodSymbol method, IOperation use) => method.MethodKind switch
    {
        MethodKind.LocalFunction => BodyIndex.Of(use).CallsOf(method),
        MethodKind.Ordinary => _sites.Of(method) is { IsDefault: false } calls ? calls : System.Array.Empty<IInvocationOperation>(),
        _ => System.Array.Empty<IInvocationOperation>(),
    };
}
