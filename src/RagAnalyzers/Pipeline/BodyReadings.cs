using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// What was read off one body: each reading is made when it is first asked for, and kept. There is one for every body of a compilation, and
/// most hold readings that found nothing; so a reading has a place in an array, and what finds nothing costs no object.
/// </summary>
/// <remarks>
/// No lock is held while a body is read, because reading one may ask another, on two threads in both directions. Where two threads read
/// the same at once, both get what the first of them has found.
/// </remarks>
internal sealed class BodyReadings
{
    private static readonly ReadingPlaces Places = new();

    private object?[] _made = [];

    /// <summary>What a reading finds.</summary>
    /// <param name="read">A static function, which is also the key.</param>
    public T Once<T>(Body body, Func<Body, T> read)
    {
        var place = Places.Of(read);
        var made = Volatile.Read(ref _made);
        return place < made.Length && Volatile.Read(ref made[place]) is { } value ? Boxes<T>.Unbox(value) : Make(body, read, place);
    }

    private T Make<T>(Body body, Func<Body, T> read, int place)
    {
        // A reading that asked for itself would end the process and not only the rule.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var value = Boxes<T>.Box(read(body));
        lock (this)
        {
            if (place >= _made.Length)
            {
                var larger = new object?[Math.Max(place + 1, Places.Count)];
                _made.CopyTo(larger, 0);
                Volatile.Write(ref _made, larger);
            }

            return Boxes<T>.Unbox(_made[place] ??= value);
        }
    }

    /// <summary>Values as objects: those that hold nothing, which are most, are one object.</summary>
    private static class Boxes<T>
    {
        private static readonly object Null = new();
        private static object? s_empty;

        public static object Box(T value)
        {
            if (value is null)
            {
                return Null;
            }

            if (!typeof(T).IsValueType)
            {
                return value;
            }

            if (Volatile.Read(ref s_empty) is { } empty && EqualityComparer<T>.Default.Equals((T)empty, value))
            {
                return empty;
            }

            object box = value;
            if (!EqualityComparer<T>.Default.Equals(value, default!) && box is ICollection { Count: 0 })
            {
                Volatile.Write(ref s_empty, box);
            }

            return box;
        }

        public static T Unbox(object box) => ReferenceEquals(box, Null) ? default! : (T)box;
    }
}
