using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Embedders;

/// <summary>A place that asks an embedding model for a number of dimensions: an embedding call, or what makes an embedder.</summary>
/// <param name="Operation">The call or the construction.</param>
/// <param name="Embedder">What is asked.</param>
/// <param name="Dimensions">The number.</param>
/// <param name="Number">The expression that says it.</param>
internal sealed record AskedDimensions(IOperation Operation, Embedder Embedder, int Dimensions, IOperation Number)
{
    /// <summary>The places of a body, as far as the number can be seen.</summary>
    public static ImmutableArray<AskedDimensions> In(Body body) =>
        body.Once(static b =>
            EmbeddingCall.In(b).IsEmpty && !MayMake(b)
                ? ImmutableArray<AskedDimensions>.Empty
                : ByCalls(b).Concat(ByMakers(b)).ToImmutableArray()
        );

    /// <summary>The places of the compilation that ask for a number which is said in the same place.</summary>
    public static IEnumerable<AskedDimensions> WithNumberOf(Picture picture, AskedDimensions asked) =>
        picture
            .BodiesMentioningAny(
                new HashSet<string>(picture.Mentions.NamesOf<EmbeddingFact>().Concat(picture.Mentions.NamesOf<EmbedderFact>()))
            )
            .SelectMany(static b => In(b))
            .Where(a => a.IsSaidWith(asked));

    private bool IsSaidWith(AskedDimensions other) =>
        Number.IsSameAs(other.Number)
        || (Constant(Number) is { } constant && SymbolEqualityComparer.Default.Equals(constant, Constant(other.Number)));

    private static ISymbol? Constant(IOperation number) =>
        number.Unwrapped() switch
        {
            IFieldReferenceOperation field => field.Field,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };

    private static IEnumerable<AskedDimensions> ByCalls(Body body)
    {
        foreach (var call in EmbeddingCall.In(body))
        {
            if (Of(call.Operation, call.DimensionsAskedFor, () => call.Embedder) is { } asked)
            {
                yield return asked;
            }
        }
    }

    private static IEnumerable<AskedDimensions> ByMakers(Body body)
    {
        if (!MayMake(body))
        {
            yield break;
        }

        var route = new Route(body.Picture, Calls: null);
        foreach (var made in body.Index.InvocationsAndCreations)
        {
            if (
                made.CalledMethod() is { } method
                && body.Picture.Sdks.TryGetFact<EmbedderFact>(method, out var fact)
                && fact.Dimensions is { } parameter
                && made.PassedArguments().FirstOrDefault(a => a.Parameter?.Name == parameter)
                    is { ArgumentKind: ArgumentKind.Explicit, Value: { } number }
                && Of(made, route.TraceThroughCallers(number, Flow.Tracing.FlowMode.Value), () => Maker(made, fact, route)) is { } asked
            )
            {
                yield return asked;
            }
        }
    }

    /// <summary>The body has the name of what makes an embedder and can be told a number; most makers, and what wraps one, cannot.</summary>
    private static bool MayMake(Body body) =>
        IdentifierIndex.IsMentionedIn(
            body.Syntax,
            body.Picture.Once(static p => new HashSet<string>(
                p.Sdks.SymbolsWith<EmbedderFact>()
                    .Where(s => p.Sdks.TryGetFact<EmbedderFact>(s, out var fact) && fact.Dimensions is not null)
                    .Select(SdkReferences.NameOf)
            ))
        );

    /// <summary>The embedder as far as the maker names its model, or what it wraps does.</summary>
    private static Embedder? Maker(IOperation made, EmbedderFact fact, Route route) =>
        (fact.Model ?? fact.Inner) is { } from && made.ArgumentNamed(from) is { } value
            ? EmbedderTracer.Of(route.Picture).Read(value, route)
            : null;

    private static AskedDimensions? Of(IOperation operation, TraceResult number, Func<Embedder?> asked) =>
        Embedder.NumberIn(number, out _) is { } dimensions
        && number.Origins.FirstOrDefault(static o => o.Kind == OriginKind.Constant) is { Operation: { } place }
        && asked() is { } embedder
            ? new AskedDimensions(operation, embedder, dimensions, place)
            : null;
}
