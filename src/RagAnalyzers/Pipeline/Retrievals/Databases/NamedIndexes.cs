using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Databases;

/// <summary>Joins in databases that know no records: the call that makes a collection says how large its vectors are, and what writes or
/// searches names the same collection.</summary>
internal static class NamedIndexes
{
    private const string Vectors = "Vectors";

    /// <summary>The joins of a body with collections that the compilation makes.</summary>
    public static IEnumerable<VectorJoin> In(Body body)
    {
        foreach (var write in Ingestion.In(body).Where(static w => w.Fact.Sdk == SdkKind.QdrantClient))
        {
            foreach (var points in write.Records)
            {
                if (
                    Declared(write.Route, write.Operation) is { } index
                    && VectorJoin.WithDeclared(write.Route, write.Operation, index, points, AccessPath.Empty.Push(Vectors), isSearch: false)
                        is { } join
                )
                {
                    yield return join;
                }
            }
        }

        foreach (var search in Retrieval.In(body).Where(static r => r.Fact.Sdk == SdkKind.QdrantClient))
        {
            if (
                search.Operation is { } operation
                && search.Query.FirstOrDefault() is { } vector
                && Declared(search.Route, operation) is { } index
                && VectorJoin.WithDeclared(search.Route, operation, index, vector, AccessPath.Empty, isSearch: true) is { } join
            )
            {
                yield return join;
            }
        }
    }

    /// <summary>The writes of the compilation into the collection that a search names; empty when one is not seen, or may be among them.</summary>
    public static ImmutableArray<VectorJoin> WritesFor(Picture picture, VectorJoin search)
    {
        var writes = ImmutableArray.CreateBuilder<VectorJoin>();
        foreach (var write in Ingestion.InAll(picture).Where(static i => i.Fact.Sdk == SdkKind.QdrantClient))
        {
            var name = NameIn(write.Route, write.Operation);
            if (name is not null && name != search.Property.Name)
            {
                continue;
            }

            var join = VectorJoin
                .In(write.Picture.BodyOf(write.Operation))
                .FirstOrDefault(j => j.Operation == write.Operation && !j.IsSearch);
            if (name is null || join is null)
            {
                return ImmutableArray<VectorJoin>.Empty;
            }

            writes.Add(join);
        }

        return writes.ToImmutable();
    }

    /// <summary>The collection that a call names; it has a size when all that makes one of this name gives it the same.</summary>
    private static RecordProperty? Declared(Route route, IInvocationOperation call)
    {
        if (NameIn(route, call) is not { } name)
        {
            return null;
        }

        var made = Made(route.Picture)
            .Where(m => m.Property.Name == name && IsSame(m.Client, call.TargetMethod.ContainingType))
            .Select(static m => m.Property)
            .ToList();
        return made.Count > 0 && made.TrueForAll(p => p.Dimensions is { } size && size == made[0].Dimensions)
            ? made[0]
            : RecordProperty.OfVector(name, call.Syntax.GetLocation());
    }

    private static string? NameIn(Route route, IInvocationOperation call) =>
        call.TargetMethod.Parameters.FirstOrDefault()?.Name is { } first && call.ArgumentNamed(first) is { } named
            ? Name(route, named)
            : null;

    private static bool IsSame(INamedTypeSymbol one, INamedTypeSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one, other)
        || one.AllInterfaces.Contains(other, SymbolEqualityComparer.Default)
        || other.AllInterfaces.Contains(one, SymbolEqualityComparer.Default);

    private static ImmutableArray<(INamedTypeSymbol Client, RecordProperty Property)> Made(Picture picture) =>
        picture
            .Once(static p => new Lazy<ImmutableArray<(INamedTypeSymbol, RecordProperty)>>(
                () =>
                    p.BodiesMentioningAny(p.Mentions.NamesOf<VectorIndexFact>())
                        .SelectMany(static b => b.CallsWith<VectorIndexFact>())
                        .Select(c => Read(new Route(p, Calls: null), (IInvocationOperation)c.Call, c.Fact))
                        .OfType<(INamedTypeSymbol, RecordProperty)>()
                        .ToImmutableArray(),
                LazyThreadSafetyMode.PublicationOnly
            ))
            .Value;

    private static (INamedTypeSymbol, RecordProperty)? Read(Route route, IInvocationOperation call, VectorIndexFact fact)
    {
        if (call.ArgumentNamed(fact.Name) is not { } named || Name(route, named) is not { } name)
        {
            return null;
        }

        var sizes = call.ArgumentNamed(fact.Vectors) is { } vectors
            ? route.TraceThroughCallers(vectors, FlowMode.Value, AccessPath.Empty.Push(fact.Dimensions))
            : TraceResult.Truncated;
        var size = sizes is { IsTruncated: false, Origins: [{ Kind: OriginKind.Constant, Operation: var number }] } ? number : null;
        return (
            call.TargetMethod.ContainingType,
            new RecordProperty(
                name,
                Symbol: null,
                RecordPropertyKind.Vector,
                DeclaredProperty.Number(size?.ConstantValue.Value),
                DistanceFunction: null,
                call.Syntax.GetLocation(),
                size?.Syntax.GetLocation()
            )
        );
    }

    private static string? Name(Route route, IOperation value) =>
        route.TraceThroughCallers(value, FlowMode.Value)
            is { IsTruncated: false, Origins: [{ Kind: OriginKind.Constant, Operation.ConstantValue.Value: string name }] }
            ? name
            : null;
}
