using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Uses;

/// <summary>
/// The bodies that a value has come into by calls: what comes in by a call, and is returned, is what that call yields. Searches for parts of
/// one value share it. Not thread-safe.
/// </summary>
internal sealed class EnteredBodies
{
    private readonly Dictionary<IOperation, (ImmutableArray<IInvocationOperation> Calls, bool Returns)> _entered = new();
    private readonly IOperation _start;

    /// <param name="value">The value; what its own body returns goes to all who call that.</param>
    public EnteredBodies(IOperation value) => _start = value.Root();

    /// <summary>The value comes into a body; true when the body is known to return it.</summary>
    public bool Enter(IOperation body, IInvocationOperation call)
    {
        if (ReferenceEquals(body, _start))
        {
            return false;
        }

        var (calls, returns) = _entered.TryGetValue(body, out var known) ? known : (ImmutableArray<IInvocationOperation>.Empty, false);
        _entered[body] = (calls.Contains(call) ? calls : calls.Add(call), returns);
        return returns;
    }

    /// <summary>A body returns the value: the calls by which it came in; default where it did not come in by a call.</summary>
    public ImmutableArray<IInvocationOperation> Leave(IOperation body)
    {
        if (!_entered.TryGetValue(body, out var known))
        {
            return default;
        }

        _entered[body] = (known.Calls, true);
        return known.Calls;
    }
}
