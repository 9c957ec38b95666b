using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// What was read off one body: each reading is made when it is first asked for, and kept. There is one for every body of a compilation, and
/// most hold readings that found nothing; so a reading has a place in an array, and one that finds nothing is a bit.
/// </summary>
/// <remarks>
/// No lock is held while a body is read, because reading one may ask another, on two threads in both directions. Where two threads read
/// the same at once, both get what the first of them has found.
/// </remarks>
internal sealed class BodyReadings
{
    private static readonly ReadingPlaces Places = new();

    private object?[] _made = [];

    /// <summary>A bit for each reading that found nothing.</summary>
    private long[] _nothing = [];

    /// <summary>What a reading finds.</summary>
    /// <param name="read">A static function, which is also the key.</param>
    public T Once<T>(Body body, Func<Body, T> read)
    {
        var place = Places.Of(read);
        if (FoundNothing(place))
        {
            return Nothing<T>.Value;
        }

        var made = Volatile.Read(ref _made);
        return place < made.Length && Volatile.Read(ref made[place]) is { } value ? (T)value : Make(body, read, place);
    }

    private T Make<T>(Body body, Func<Body, T> read, int place)
    {
        // A reading that asked for itself would end the process and not only the rule.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var value = read(body);
        lock (this)
        {
            if (FoundNothing(place))
            {
                return Nothing<T>.Value;
            }

            if (place < _made.Length && _made[place] is { } first)
            {
                return (T)first;
            }

            if (Nothing<T>.Is(value))
            {
                Grow(ref _nothing, place / 64, (Places.Count + 63) / 64);
                Volatile.Write(ref _nothing[place / 64], _nothing[place / 64] | (1L << place));
            }
            else
            {
                Grow(ref _made, place, Places.Count);
                Volatile.Write(ref _made[place], value);
            }

            return value;
        }
    }

    private bool FoundNothing(int place)
    {
        var nothing = Volatile.Read(ref _nothing);
        return place / 64 < nothing.Length && (Volatile.Read(ref nothing[place / 64]) & (1L << place)) != 0;
    }

    private static void Grow<T>(ref T[] array, int place, int most)
    {
        if (place >= array.Length)
        {
            var larger = new T[Math.Max(place + 1, most)];
            array.CopyTo(larger, 0);
            Volatile.Write(ref array, larger);
        }
    }

    /// <summary>What a reading of a type finds when it finds nothing: an empty array of values, else what the type is by default.</summary>
    private static class Nothing<T>
    {
        private static readonly bool s_isArray = typeof(T).IsValueType && typeof(ICollection).IsAssignableFrom(typeof(T));
        private static object? s_empty;

        public static T Value => s_isArray ? (T)s_empty! : default!;

        public static bool Is(T value)
        {
            if (!s_isArray)
            {
                return EqualityComparer<T>.Default.Equals(value, default!);
            }

            if (Volatile.Read(ref s_empty) is { } empty)
            {
                return EqualityComparer<T>.Default.Equals((T)empty, value);
            }

            // One that was never made has no elements to count either.
            if (EqualityComparer<T>.Default.Equals(value, default!) || (object)value! is not ICollection { Count: 0 } found)
            {
                return false;
            }

            Interlocked.CompareExchange(ref s_empty, found, null);
            return EqualityComparer<T>.Default.Equals((T)s_empty!, value);
        }
    }
}
