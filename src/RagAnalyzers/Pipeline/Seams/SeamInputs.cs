using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Seams;

/// <summary>What a method does with its parameters, as its code alone says it: whoever calls it here is no matter.</summary>
internal sealed class SeamInputs
{
    private readonly Picture _picture;
    private readonly IOperation _body;

    public SeamInputs(Picture picture, IOperation body)
    {
        _picture = picture;
        _body = body;
    }

    /// <summary>Where values that a call takes come from, in terms of the method.</summary>
    /// <param name="via">The calls through which it was reached, or null.</param>
    /// <param name="mode">What counts as coming from somewhere.</param>
    /// <param name="path">The member of the values that is looked at, or null for the values themselves.</param>
    public ImmutableArray<Origin> OriginsOf(
        IEnumerable<IOperation> values,
        CallChain? via,
        FlowMode mode = FlowMode.Content,
        AccessPath? path = null
    ) =>
        values
            .Select(v => _picture.TraceWithinBody(v, mode, path))
            .SelectMany(t => (via?.Bind(t, _picture.Tracer, mode) ?? t).Origins)
            .ToImmutableArray();

    /// <summary>The method's parameters among origins, by their place.</summary>
    public ImmutableSortedSet<int> ParametersAmong(IEnumerable<Origin> origins) =>
        origins
            .Select(o => PassedParameters.Of(o, _body))
            .OfType<IParameterSymbol>()
            .Where(static p => p.Type.Name != "CancellationToken")
            .Select(static p => p.Ordinal)
            .ToImmutableSortedSet();
}
