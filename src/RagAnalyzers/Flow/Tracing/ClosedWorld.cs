using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>
/// Replaces parameters by what every visible call passes, where all calls are visible. A parameter that others may set stays unknown.
/// </summary>
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

    /// <param name="trail">Receives every operation that the traces of what callers pass go by.</param>
    public TraceResult Close(TraceResult result, FlowMode mode, ISet<IOperation>? trail = null) =>
        Close(result, mode, trail, MaximumDepth, localOnly: false);

    /// <summary>
    /// Replaces the parameters of local functions, and of lambdas that a local holds, alone; all their calls are in the same body.
    /// </summary>
    public TraceResult CloseLocalFunctions(TraceResult result, FlowMode mode) =>
        Close(result, mode, trail: null, MaximumDepth, localOnly: true);

    private TraceResult Close(TraceResult result, FlowMode mode, ISet<IOperation>? trail, int depth, bool localOnly) =>
        result.Substitute(o =>
        {
            if (
                depth == 0
                || o
                    is not {
                        Kind: OriginKind.Parameter,
                        Via: null,
                        Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter
                    }
            )
            {
                return null;
            }

            if (localOnly && method.MethodKind is not (MethodKind.LocalFunction or MethodKind.AnonymousFunction))
            {
                return null;
            }

            var arguments = PassedFor(parameter, method, o.Operation, localOnly);
            if (arguments.IsEmpty)
            {
                return null;
            }

            var closed = Close(
                TraceResult.UnionAll(arguments.Select(a => _tracer.Trace(a, mode, o.Path, trail))),
                mode,
                trail,
                depth - 1,
                localOnly
            );
            return o.Part is null ? closed : closed.InPart(o.Part);
        });

    /// <summary>What every visible call passes for a parameter that a trace ended at; empty when others may call.</summary>
    public ImmutableArray<IOperation> PassedFor(Origin origin) =>
        origin is { Kind: OriginKind.Parameter, Via: null, Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter }
            ? PassedFor(parameter, method, origin.Operation, localOnly: false)
            : ImmutableArray<IOperation>.Empty;

    private ImmutableArray<IOperation> PassedFor(IParameterSymbol parameter, IMethodSymbol method, IOperation use, bool localOnly)
    {
        var passed = ArgumentsFor(method, use, localOnly)
            .Select(arguments => arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal)?.Value)
            .ToList();
        return passed.Contains(null) ? ImmutableArray<IOperation>.Empty : passed.OfType<IOperation>().ToImmutableArray();
    }

    /// <summary>The arguments of every call or creation that runs the method; none when there may be others.</summary>
    private IEnumerable<ImmutableArray<IArgumentOperation>> ArgumentsFor(IMethodSymbol method, IOperation use, bool localOnly)
    {
        if (method.MethodKind != MethodKind.Constructor)
        {
            return CallsOf(method, use, localOnly).Select(static c => c.Arguments);
        }

        var sites = _sites.OfConstructor(method);
        return sites.IsDefault
            ? Enumerable.Empty<ImmutableArray<IArgumentOperation>>()
            : sites.Select(static s =>
                s switch
                {
                    IObjectCreationOperation creation => creation.Arguments,
                    IInvocationOperation call => call.Arguments,
                    _ => ImmutableArray<IArgumentOperation>.Empty,
                }
            );
    }

    private IReadOnlyList<IInvocationOperation> CallsOf(IMethodSymbol method, IOperation use, bool localOnly) =>
        method.MethodKind switch
        {
            MethodKind.LocalFunction => BodyIndex.Of(use).CallsOf(method),
            MethodKind.AnonymousFunction => CallsOfLambda(method, BodyIndex.Of(use), localOnly),
            MethodKind.Ordinary => _sites.Of(method) is { IsDefault: false } calls ? calls : System.Array.Empty<IInvocationOperation>(),
            _ => System.Array.Empty<IInvocationOperation>(),
        };

    /// <summary>The calls of a lambda that a private member keeps, or that is assigned to a local and does nothing but get called through it.</summary>
    private IReadOnlyList<IInvocationOperation> CallsOfLambda(IMethodSymbol lambda, BodyIndex index, bool localOnly)
    {
        if (
            index.FunctionOf(lambda)?.Parent is not IDelegateCreationOperation creation
            || creation.ParentOf(out _) is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var holder } }
        )
        {
            return
                !localOnly
                && index.FunctionOf(lambda) is IAnonymousFunctionOperation kept
                && _sites.OfKept(kept) is { IsDefault: false } through
                ? through
                : System.Array.Empty<IInvocationOperation>();
        }

        var uses = index.ReferencesTo(holder).Where(static r => r is ILocalReferenceOperation).ToList();
        var calls = uses.Select(HeldFunctions.CallOf).OfType<IInvocationOperation>().ToList();
        return calls.Count == uses.Count ? calls : System.Array.Empty<IInvocationOperation>();
    }
}
