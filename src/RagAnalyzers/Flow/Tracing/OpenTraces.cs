using System;
using System.Collections.Generic;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>
/// What a trace is in the middle of. Who runs into one of these again is in a circle, and its answer is partial until the trace is out of
/// that one: an answer that is kept must not depend on where the circle was entered.
/// </summary>
internal sealed class OpenTraces
{
    private readonly Dictionary<(object By, object What, AccessPath Path), int> _open = new();

    /// <summary>For each open one, what lay outermost of those that its elder siblings ran into.</summary>
    private readonly Stack<int> _before = new();

    private int _outermost = int.MaxValue;

    /// <summary>How many there are.</summary>
    public int Count => _open.Count;

    /// <summary>Opens one; false, and nothing is opened, when it is open already.</summary>
    /// <param name="by">Who traces: one thing may be asked for in several ways.</param>
    public bool TryOpen(object by, object what, AccessPath path)
    {
        var key = (by, what, path);
        if (_open.TryGetValue(key, out var at))
        {
            _outermost = Math.Min(_outermost, at);
            return false;
        }

        _open.Add(key, _open.Count);
        _before.Push(_outermost);
        _outermost = int.MaxValue;
        return true;
    }

    /// <summary>Closes the one that was opened last; true when the answer that was found is whole.</summary>
    public bool Close(object by, object what, AccessPath path)
    {
        _open.Remove((by, what, path));
        var isWhole = _outermost >= _open.Count;
        _outermost = isWhole ? _before.Pop() : Math.Min(_before.Pop(), _outermost);
        return isWhole;
    }
}
