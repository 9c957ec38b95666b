using System;
using System.Collections.Concurrent;
using System.Threading;

namespace RagAnalyzers.Pipeline;

/// <summary>What was read off one thing, such as a compilation's picture: each reading is made when it is first asked for, and once.</summary>
/// <typeparam name="TOf">What is read.</typeparam>
internal sealed class Memos<TOf>
{
    private static readonly ReadingPlaces Places = new();

    private readonly ConcurrentDictionary<int, object> _made = new();
    private readonly TOf _of;

    public Memos(TOf of) => _of = of;

    /// <summary>What a reading finds.</summary>
    /// <param name="read">A static function, which is also the key: the same function is run once.</param>
    public T Once<T>(Func<TOf, T> read)
    {
        var place = Places.Of(read);
        var made = _made.TryGetValue(place, out var known) ? known : _made.GetOrAdd(place, Lazily(read));
        return ((Lazy<T>)made).Value;
    }

    private Lazy<T> Lazily<T>(Func<TOf, T> read) => new(() => read(_of), LazyThreadSafetyMode.ExecutionAndPublication);
}
