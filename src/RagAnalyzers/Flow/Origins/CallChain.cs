using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Flow.Origins;

/// <summary>The calls through which a trace left the body it started in, that body's own call first.</summary>
internal sealed class CallChain : IEquatable<CallChain>
{
    /// <summary>Chains share their inner ends, so each one adds to what those have said already.</summary>
    private readonly int _hash;

    public CallChain(IOperation call, IOperation body, CallChain? inner)
    {
        Call = call;
        Body = body;
        Inner = inner;
        _hash = unchecked((call.GetHashCode() * 31) + (inner?._hash * 17 ?? 0));
    }

    /// <summary>A call or a property read.</summary>
    public IOperation Call { get; }

    /// <summary>The body that it leads into.</summary>
    public IOperation Body { get; }

    public CallChain? Inner { get; }

    /// <summary>The calls of <paramref name="outer"/>, and then those of <paramref name="inner"/>.</summary>
    public static CallChain? Join(CallChain? outer, CallChain? inner) =>
        outer is null ? inner : new CallChain(outer.Call, outer.Body, Join(outer.Inner, inner));

    /// <summary>Puts what the calls of the chain pass where the callees' parameters stand, innermost first.</summary>
    /// <param name="trail">Receives every operation that the traces of what the calls pass go by.</param>
    public TraceResult Bind(TraceResult result, ValueTracer tracer, FlowMode mode, ISet<IOperation>? trail = null)
    {
        var bound = Inner?.Bind(result, tracer, mode, trail) ?? result;
        if (Call is not IInvocationOperation call)
        {
            return bound;
        }

        return bound.Substitute(o =>
            PassedParameters.Of(o, Body) is { } parameter
            && call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal) is { } argument
                ? CallTracer.WithPart(tracer.Trace(argument.Value, mode, o.Path, trail), o.Part)
                : null
        );
    }

    public bool Equals(CallChain? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && _hash == other._hash
            && ReferenceEquals(Call, other.Call)
            && ReferenceEquals(Body, other.Body)
            && Equals(Inner, other.Inner)
        );

    public override bool Equals(object? obj) => Equals(obj as CallChain);

    public override int GetHashCode() => _hash;
}
