using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Pipeline;

/// <summary>What is read off bodies, most of which hold nothing of it: where nothing is, nothing is allocated.</summary>
internal static class FoundArrays
{
    /// <summary>What a function makes of each, without those that it makes null of.</summary>
    /// <param name="body">The body that is read. It is handed to the function, so that it can be static.</param>
    public static ImmutableArray<TResult> SelectNotNull<TSource, TResult>(
        this ImmutableArray<TSource> source,
        Body body,
        Func<TSource, Body, TResult?> selector
    )
        where TResult : class
    {
        if (source.IsEmpty)
        {
            return ImmutableArray<TResult>.Empty;
        }

        var found = ImmutableArray.CreateBuilder<TResult>();
        foreach (var one in source)
        {
            if (selector(one, body) is { } made)
            {
                found.Add(made);
            }
        }

        return found.ToImmutable();
    }
}
