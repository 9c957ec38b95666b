using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>
/// Traces values backwards to their origins. Knows C#; what libraries do it asks its <see cref="IFlowKnowledge"/>. Thread-safe.
/// </summary>
internal sealed class ValueTracer
{
    /// <summary>A session that nobody is in. One that an exception ended does not come back.</summary>
    private TraceSession? _idle;

    public ValueTracer(IFlowKnowledge knowledge, IBodyResolver bodies)
    {
        Knowledge = knowledge;
        Bodies = bodies;
        Writes = new WriteFinder(knowledge);
        MemberWrites = new MemberWrites(bodies, Writes);
        References = new ReferenceAssignments(bodies);
        Elements = new WrittenOutElements(Writes, MemberWrites);
    }

    public IFlowKnowledge Knowledge { get; }

    public IBodyResolver Bodies { get; }

    public WriteFinder Writes { get; }

    public MemberWrites MemberWrites { get; }

    public ReferenceAssignments References { get; }

    public WrittenOutElements Elements { get; }

    /// <summary>What bodies return, by body, path and mode; computed when a trace first enters the body.</summary>
    public ConcurrentDictionary<(IOperation, AccessPath, FlowMode), Summary> Summaries { get; } = new();

    /// <summary>Where a value comes from.</summary>
    /// <param name="value">The operation that yields the value.</param>
    /// <param name="mode">Whether the value itself is asked for or all that it contains.</param>
    /// <param name="path">A member path to read off the value first.</param>
    /// <param name="trail">Receives every operation that the trace passes.</param>
    public TraceResult Trace(IOperation value, FlowMode mode, AccessPath? path = null, ISet<IOperation>? trail = null) =>
        InSession(mode, trail, session => session.Trace(value, path ?? AccessPath.Empty));

    /// <summary>Where what a body returns comes from, its parameters left as origins.</summary>
    /// <param name="path">A member path to read off what is returned.</param>
    /// <param name="trail">Receives every operation that the trace passes.</param>
    public TraceResult TraceReturns(IOperation body, FlowMode mode, AccessPath? path = null, ISet<IOperation>? trail = null) =>
        InSession(mode, trail, session => session.Summarize(body, path ?? AccessPath.Empty));

    /// <summary>Where what a function is called with comes from that a call of a method of the compilation hands over.</summary>
    /// <param name="handed">The argument that hands it over.</param>
    /// <param name="ordinal">The position of the function's parameter.</param>
    public TraceResult TraceHanded(IArgumentOperation handed, int ordinal, FlowMode mode, AccessPath path) =>
        InSession(mode, trail: null, session => new CallbackTracer(session).Passed(handed, ordinal, path) ?? TraceResult.Truncated);

    /// <summary>The values that calls put into the object that a variable holds: what a writer writes, what a list is given.</summary>
    public IEnumerable<IOperation> ValuesPutInto(ISymbol variable, BodyIndex index) =>
        Writes
            .WritesTo(variable, index)
            .Where(static w => w.Kind == FlowWriteKind.Accumulate)
            .Select(static w => w.Value)
            .OfType<IInvocationOperation>()
            .SelectMany(call => CallTracer.Values(call, Knowledge.OfCall(call.TargetMethod)?.ToReceiver ?? ImmutableArray<string>.Empty));

    private TraceResult InSession(FlowMode mode, ISet<IOperation>? trail, Func<TraceSession, TraceResult> trace)
    {
        var session = Interlocked.Exchange(ref _idle, null) ?? new TraceSession(this);
        session.Begin(mode, trail);
        var result = trace(session);
        if (session.End())
        {
            Volatile.Write(ref _idle, session);
        }

        return result;
    }
}
