using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>Traces what a function whose body can be seen assigns to an out or ref parameter.</summary>
internal sealed class OutArgumentTracer
{
    private readonly TraceSession _session;
    private readonly VariableTracer _variables;

    public OutArgumentTracer(TraceSession session, VariableTracer variables)
    {
        _session = session;
        _variables = variables;
    }

    public TraceResult Of(IArgumentOperation argument, IInvocationOperation call, AccessPath path)
    {
        var method = call.TargetMethod.OriginalDefinition;
        var local = BodyIndex.Of(call).FunctionOf(method);
        var bodies = local is null ? _session.Tracer.Bodies.BodiesOf(method) : ImmutableArray.Create(local);
        if (bodies.Length != 1 || argument.Parameter is not { Ordinal: var ordinal })
        {
            return TraceSession.Unknown(argument, path);
        }

        var parameter = method.Parameters[ordinal];
        var writes = _session.Tracer.Writes.WritesTo(parameter, BodyIndex.Of(bodies[0]));
        if (writes.IsEmpty)
        {
            return TraceSession.Unknown(argument, path);
        }

        if (_session.Open.Count >= TraceBudget.Depth)
        {
            return TraceResult.Truncated;
        }

        // A method that searches a tree hands its own parameter on to itself, which adds nothing to what it assigns.
        if (!_session.Open.TryOpen(this, parameter, path))
        {
            return TraceResult.Nothing;
        }

        var assigned = TraceResult.UnionAll(writes.Select(w => _variables.OfWrite(w, path)));
        _session.Open.Close(this, parameter, path);
        return local is null
            ? _session.Calls.Rebase(assigned, bodies[0], call, call.Instance, method)
            : _session.Calls.Bind(assigned, call, method);
    }
}
