using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// A number for each static function by which something is read. The compiler makes one delegate for a function, or, on two threads at once,
/// two; both have the function's number. A delegate's own hash code and equality cost more than most readings.
/// </summary>
internal sealed class ReadingPlaces
{
    private readonly ConcurrentDictionary<Delegate, int> _known = new(new ByReference());
    private readonly Dictionary<Delegate, int> _byFunction = new();

    /// <summary>How many functions have a number.</summary>
    public int Count
    {
        get
        {
            lock (_byFunction)
            {
                return _byFunction.Count;
            }
        }
    }

    /// <summary>The number of a function, from 0.</summary>
    public int Of(Delegate read) => _known.TryGetValue(read, out var known) ? known : Add(read);

    private int Add(Delegate read)
    {
        lock (_byFunction)
        {
            if (!_byFunction.TryGetValue(read, out var place))
            {
                place = _byFunction.Count;
                _byFunction.Add(read, place);
            }

            _known[read] = place;
            return place;
        }
    }

    private sealed class ByReference : IEqualityComparer<Delegate>
    {
        public bool Equals(Delegate? x, Delegate? y) => ReferenceEquals(x, y);

        public int GetHashCode(Delegate obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
