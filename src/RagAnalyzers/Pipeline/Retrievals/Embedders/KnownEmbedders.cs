using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Embedders;

/// <summary>The models of all embedders that the compilation makes.</summary>
internal static class KnownEmbedders
{
    /// <summary>The names of the models; empty when none is made, or that of one cannot be seen.</summary>
    public static ImmutableArray<string> Of(Picture picture) =>
        picture.Once(static p => new Lazy<ImmutableArray<string>>(() => Read(p), LazyThreadSafetyMode.PublicationOnly)).Value;

    private static ImmutableArray<string> Read(Picture picture)
    {
        var names = picture
            .BodiesMentioningAny(picture.Mentions.NamesOf<EmbedderFact>())
            .SelectMany(static b => b.Index.InvocationsAndCreations)
            .Select(o =>
                o.CalledMethod() is { } method
                && picture.Sdks.TryGetFact<EmbedderFact>(method, out var fact)
                && fact.Model is { } model
                && o.ArgumentNamed(model) is { } name
                    ? EmbedderTracer.Of(picture).Read(name, new Route(picture, Calls: null)).Model ?? string.Empty
                    : null
            )
            .OfType<string>()
            .Distinct()
            .ToImmutableArray();
        return names.Contains(string.Empty) ? ImmutableArray<string>.Empty : names;
    }
}
