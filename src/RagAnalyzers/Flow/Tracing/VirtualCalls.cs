using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>Tells which of several implementations a call runs, as far as the object shows that it is called on.</summary>
internal sealed class VirtualCalls
{
    private readonly TraceSession _session;
    private readonly CallTracer _calls;

    public VirtualCalls(TraceSession session, CallTracer calls)
    {
        _session = session;
        _calls = calls;
    }

    /// <summary>What a call returns that may run any of several bodies.</summary>
    /// <param name="bodies">Those of all implementations.</param>
    /// <param name="on">The object.</param>
    public TraceResult Of(ImmutableArray<IOperation> bodies, IInvocationOperation call, IOperation on, AccessPath path)
    {
        var method = call.TargetMethod;

        // What an object contains says nothing of its type.
        if (_session.Mode != FlowMode.Value || on is IInstanceReferenceOperation)
        {
            return _calls.Enter(bodies, call, on, method, path);
        }

        // To find the object costs more than what it is asked for, as long as none of them asks a source.
        var each = bodies.Distinct().ToDictionary(static b => b, b => _calls.Enter(ImmutableArray.Create(b), call, on, method, path));
        if (!each.Values.Any(ChosenFunctions.HasSource))
        {
            return TraceResult.UnionAll(each.Values);
        }

        var objects = _session.Trace(on, AccessPath.Empty);
        if (BodiesFor(objects, method, bodies) is { IsEmpty: false } run)
        {
            var results = run.Select(b => each[b]).ToList();
            return ChosenFunctions.MayBeAny(on, results) ? TraceResult.UnionAll(results) : TraceSession.Unknown(call, path);
        }

        // A key chooses one of them where the container is filled.
        var isChosen = objects.Origins.Any(static o => IsOfKey(o)) && !each.Values.All(ChosenFunctions.HasSource);
        return !isChosen && ChosenFunctions.Agree(each.Values) ? TraceResult.UnionAll(each.Values) : TraceSession.Unknown(call, path);
    }

    /// <summary>The bodies that run on objects which are all seen to be made; empty where others may be among them.</summary>
    private static ImmutableArray<IOperation> BodiesFor(TraceResult objects, IMethodSymbol method, ImmutableArray<IOperation> bodies)
    {
        if (!objects.IsComplete)
        {
            return ImmutableArray<IOperation>.Empty;
        }

        var run = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var origin in objects.Origins)
        {
            if (origin is not { Kind: OriginKind.Creation, Path.IsEmpty: true, Operation.Type: INamedTypeSymbol type })
            {
                if (!origin.IsFixed)
                {
                    return ImmutableArray<IOperation>.Empty;
                }
            }
            else if (TypeHierarchy.RunOn(type, method) is not { } implementation)
            {
                // The collection that the object is taken out of.
                if (type.IsInSource())
                {
                    return ImmutableArray<IOperation>.Empty;
                }
            }
            else if (bodies.FirstOrDefault(b => IsOf(b, implementation)) is { } body)
            {
                run.Add(body);
            }
            else
            {
                return ImmutableArray<IOperation>.Empty;
            }
        }

        return run.Distinct().ToImmutableArray();
    }

    private static bool IsOf(IOperation body, IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == body.Syntax.SyntaxTree && r.Span.Contains(body.Syntax.Span));

    /// <summary><c>[FromKeyedServices("fixed")] IMaker maker</c>, <c>services.GetRequiredKeyedService&lt;IMaker>("fixed")</c></summary>
    private static bool IsOfKey(Origin origin) =>
        origin.Symbol switch
        {
            IParameterSymbol parameter => parameter.GetAttributes().Any(static a => a.AttributeClass?.Name == "FromKeyedServicesAttribute"),
            IMethodSymbol { Name: "GetRequiredKeyedService" or "GetKeyedService" } => true,
            _ => false,
        };
}
