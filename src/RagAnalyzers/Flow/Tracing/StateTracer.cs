using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
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

    /// <summary>What the member holds whichever object it is read off; null where that depends on the object, or cannot be seen.</summary>
    public TraceResult? OfEvery(ISymbol member, IOperation use, AccessPath path)
    {
        var holders = _session.Tracer.Bodies.HoldersOf(member);
        return
            !holders.IsDefault
            && TraceResult.UnionAll(holders.Select(h => Of(h, use, path))) is { IsComplete: true, Origins.IsEmpty: false } same
            ? same
            : null;
    }

    /// <summary>What the member holds when a body begins; open where a write may be elsewhere.</summary>
    public TraceResult Of(ISymbol member, IOperation use, AccessPath path)
    {
        var unknown = TraceResult.Of(OriginKind.State, use, path, member);
        var written = _session.Tracer.MemberWrites.AllTo(member);

        // Where others may write it as well, what its own type writes is a part of the answer: enough for where a value comes from.
        var isOpen = written.IsDefault;
        if (isOpen && _session.Mode == FlowMode.Value)
        {
            written = _session.Tracer.MemberWrites.OwnTo(member);
        }

        if (written.IsDefault || !_session.Open.TryOpen(this, member.OriginalDefinition, path))
        {
            return unknown;
        }

        var changes = path.IsEmpty ? ImmutableArray<FlowWrite>.Empty : _session.Tracer.MemberWrites.ChangesOf(member, path.Head);
        var lasting = LastingWrites.Of(written, path, ConstructionTracer.CallsItself).Concat(changes.Where(c => c.Concerns(path)));
        var result = TraceResult.UnionAll(lasting.Select(w => _variables.OfWrite(w, path)));
        _session.Open.Close(this, member.OriginalDefinition, path);
        return !isOpen && written.Any(static w => w.Target.IsEmpty) ? result : result.Union(unknown);
    }
}
