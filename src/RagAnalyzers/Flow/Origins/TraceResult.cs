using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Origins;

/// <summary>Where a value comes from, and whether that is all there is to know.</summary>
internal sealed class TraceResult
{
    public static readonly TraceResult Nothing = new(ImmutableArray<Origin>.Empty, isTruncated: false);

    /// <summary>The trace gave up: a budget ran out.</summary>
    public static readonly TraceResult Truncated = new(ImmutableArray<Origin>.Empty, isTruncated: true);

    private TraceResult(ImmutableArray<Origin> origins, bool isTruncated)
    {
        Origins = origins;
        IsTruncated = isTruncated;
    }

    public ImmutableArray<Origin> Origins { get; }

    public bool IsTruncated { get; }

    /// <summary>Every place the value can come from is known. Only then does the absence of something mean anything.</summary>
    public bool IsComplete => !IsTruncated && !Origins.Any(static o => o.IsOpen);

    public static TraceResult Of(Origin origin) => new(ImmutableArray.Create(origin), isTruncated: false);

    public static TraceResult Of(OriginKind kind, IOperation operation, AccessPath path, ISymbol? symbol = null) =>
        Of(new Origin(kind, operation, path, symbol));

    public TraceResult Union(TraceResult other)
    {
        if (other.Origins.IsEmpty && (!other.IsTruncated || IsTruncated))
        {
            return this;
        }

        if (Origins.IsEmpty && (!IsTruncated || other.IsTruncated))
        {
            return other;
        }

        return UnionAll(new[] { this, other });
    }

    /// <summary>Replaces each origin that <paramref name="selector"/> answers for by what it answers.</summary>
    public TraceResult Substitute(Func<Origin, TraceResult?> selector)
    {
        List<TraceResult>? results = null;
        for (var i = 0; i < Origins.Length; i++)
        {
            var answer = selector(Origins[i]);
            if (answer is not null && results is null)
            {
                results = new List<TraceResult> { new(ImmutableArray.Create(Origins, 0, i), IsTruncated) };
            }

            results?.Add(answer ?? Of(Origins[i]));
        }

        return results is null ? this : UnionAll(results);
    }

    /// <summary>Marks every origin that has no part yet as having passed through <paramref name="part"/>.</summary>
    public TraceResult InPart(IOperation part) =>
        new(Origins.Select(o => o.Part is null ? o with { Part = part } : o).Distinct().ToImmutableArray(), IsTruncated);

    public static TraceResult UnionAll(IEnumerable<TraceResult> results)
    {
        var only = Nothing;
        HashSet<Origin>? seen = null;
        var origins = ImmutableArray.CreateBuilder<Origin>();
        var isTruncated = false;
        foreach (var result in results)
        {
            isTruncated |= result.IsTruncated;
            if (result.Origins.IsEmpty)
            {
                continue;
            }

            if (seen is null && origins.Count == 0)
            {
                only = result;
            }
            else
            {
                seen ??= new HashSet<Origin>(origins);
            }

            foreach (var origin in result.Origins)
            {
                if (seen is null || seen.Add(origin))
                {
                    origins.Add(origin);
                }
            }
        }

        return origins.Count == only.Origins.Length && only.IsTruncated == isTruncated
            ? only
            : new TraceResult(origins.ToImmutable(), isTruncated);
    }
}
