using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>How a body was reached from the one that looks on: the calls that decide what its parameters are.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Calls">The calls, the outermost first; null where the body itself looks on.</param>
internal sealed record Route(Picture Picture, CallChain? Calls)
{
    /// <summary>
    /// Where a value of the reached body comes from: a parameter is what the calls of the route pass, or else what all visible callers do.
    /// </summary>
    public TraceResult TraceThroughCallers(IOperation value, FlowMode mode, AccessPath? path = null, ISet<IOperation>? trail = null)
    {
        var result = Picture.TraceWithinBody(value, mode, path, trail);
        return Picture.CloseOverCallers(Calls?.Bind(result, Picture.Tracer, mode, trail) ?? result, mode, trail);
    }

    /// <summary>The route that goes on from the reached body.</summary>
    public Route Then(CallChain? further) => further is null ? this : new Route(Picture, CallChain.Join(Calls, further));
}
