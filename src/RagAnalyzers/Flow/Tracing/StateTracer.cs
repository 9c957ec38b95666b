using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>Traces fields and auto-properties to every write in the compilation, where all of them are visible.</summary>
internal sealed class StateTracer
{
    private readonly TraceSession _session;
    private readonly VariableTracer _variables;

    public StateTracer(TraceSession session, VariableTracer variables)
    {
        _session = session;
        _variables = variables;
    }

    /// <summary>What the member holds when a body begins; open where a write may be elsewhere.</summary>
    public TraceResult Of(ISymbol member, IOperation use, AccessPath path)
    {
        var unknown = TraceResult.Of(OriginKind.State, use, path, member);
        var roots = _session.Tracer.Bodies.WritersOf(member);
        var isWrittenOutside = false;
        if (roots.IsDefaultOrEmpty)
        {
            roots = _session.Tracer.Bodies.WritersFromEverywhereOf(member);
            isWrittenOutside = !roots.IsDefaultOrEmpty;
        }

        // Where others may write it as well, what its own type writes is a part of the answer: enough for where a value comes from.
        var isOpen = roots.IsDefaultOrEmpty;
        if (isOpen && _session.Mode == FlowMode.Value)
        {
            roots = _session.Tracer.Bodies.OwnWritersOf(member);
        }

        if (roots.IsDefaultOrEmpty || !_session.Open.TryOpen(this, member.OriginalDefinition, path))
        {
            return unknown;
        }

        var result = TraceResult.Nothing;
        var isWritten = false;
        foreach (var root in roots)
        {
            if (root is ISymbolInitializerOperation initializer)
            {
                isWritten = true;
                result = result.Union(_session.Trace(initializer.Value, path));
                continue;
            }

            var writes = isWrittenOutside
                ? _session.Tracer.Writes.WritesFromOutside(member, root)
                : _session.Tracer.Writes.WritesTo(member, BodyIndex.Of(root));
            foreach (var write in writes)
            {
                isWritten |= write.Target.IsEmpty;
                result = result.Union(OfWrite(write, path));
            }
        }

        if (!path.IsEmpty)
        {
            foreach (var root in _session.Tracer.Bodies.ChangersOf(member, path.Head))
            {
                foreach (var write in _session.Tracer.Writes.WritesFromOutside(member, root))
                {
                    result = result.Union(OfWrite(write, path));
                }
            }
        }

        _session.Open.Close(this, member.OriginalDefinition, path);
        return isWritten && !isOpen ? result : result.Union(unknown);
    }

    private TraceResult OfWrite(FlowWrite write, AccessPath path) =>
        write.Target.IsEmpty || path.After(write.Target) is not null || write.Target.After(path) is not null
            ? _variables.OfWrite(write, path)
            : TraceResult.Nothing;
}
