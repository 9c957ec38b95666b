using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Libraries;

namespace RagAnalyzers.Flow.Uses;

/// <summary>
/// Follows a value forwards: into variables and on from them, into the methods that it is passed to and out to the callers of those that
/// return it. Knows C#; what libraries do it asks its <see cref="IFlowKnowledge"/>. Thread-safe.
/// </summary>
internal sealed class UseTracer
{
    private readonly IFlowKnowledge _knowledge;
    private readonly IUseResolver _resolver;

    public UseTracer(IFlowKnowledge knowledge, IUseResolver resolver)
    {
        _knowledge = knowledge;
        _resolver = resolver;
    }

    /// <summary>What is done with a value.</summary>
    /// <param name="value">The operation that yields it.</param>
    /// <param name="endsAt">Uses that the value is not followed beyond; none when null.</param>
    /// <param name="entered">The bodies that what the value was read off has come into; null when the value stands by itself.</param>
    public ValueUses Of(IOperation value, Func<ValueUse, bool>? endsAt = null, EnteredBodies? entered = null) =>
        OfAll([value], endsAt, entered ?? new EnteredBodies(value));

    /// <summary>What is done with any of several values: where two of them get to one place, it is looked at once.</summary>
    /// <param name="values">The operations that yield them.</param>
    /// <param name="endsAt">Uses that the values are not followed beyond; none when null.</param>
    /// <param name="entered">The bodies that what the values were read off has come into.</param>
    public ValueUses OfAll(IEnumerable<IOperation> values, Func<ValueUse, bool>? endsAt, EnteredBodies entered) =>
        new UseSearch(_knowledge, _resolver, entered, endsAt).Run(values);
}
