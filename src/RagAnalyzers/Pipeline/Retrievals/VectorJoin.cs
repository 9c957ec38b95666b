using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals.Databases;
using RagAnalyzers.Pipeline.Retrievals.Embedders;
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>Where a vector and the declaration of the property that holds it come together: a write of a record, or a search.</summary>
/// <param name="Operation">The write or the search.</param>
/// <param name="Record">What the collection holds.</param>
/// <param name="Property">The vector property.</param>
/// <param name="Calls">The calls that made the vector; none where the store does.</param>
/// <param name="Embedder">What makes it.</param>
/// <param name="IsSearch">The vector is what is searched for.</param>
internal sealed record VectorJoin(
    IInvocationOperation Operation,
    VectorRecord Record,
    RecordProperty Property,
    ImmutableArray<EmbeddingCall> Calls,
    Embedder Embedder,
    bool IsSearch
)
{
    /// <summary>The joins of a body.</summary>
    public static ImmutableArray<VectorJoin> In(Body body) =>
        body.Once(static b =>
            (
                Ingestion.In(b).IsEmpty && Retrieval.In(b).IsEmpty
                    ? ImmutableArray<VectorJoin>.Empty
                    : Ingestion
                        .In(b)
                        .SelectMany(Written)
                        .Concat(Retrieval.In(b).SelectMany(SearchedFor))
                        .Concat(NamedIndexes.In(b))
                        .Concat(SearchFields.In(b))
                        .ToImmutableArray()
            ).AddRange(VectorColumns.In(b))
        );

    /// <summary>The joins of the compilation with vectors that are declared in the same way as those of one.</summary>
    public static IEnumerable<VectorJoin> InAll(Picture picture, VectorJoin join)
    {
        var names = new HashSet<string>(
            picture
                .Mentions.NamesOf<IngestionFact>()
                .Concat(picture.Mentions.NamesOf<RetrievalFact>())
                .Concat(VectorColumns.IsColumn(join.Property) ? VectorColumns.WriterNames : Enumerable.Empty<string>())
        );
        return picture.BodiesMentioningAny(names).SelectMany(static b => In(b));
    }

    /// <summary>
    /// The writes of the compilation into what this searches; empty when there are none, or there may be others whose vectors are not seen.
    /// </summary>
    public ImmutableArray<VectorJoin> Writes(Picture picture)
    {
        if (VectorColumns.IsColumn(Property))
        {
            return VectorColumns.WritesFor(picture, this);
        }

        if (Record.Type is not { } type)
        {
            return Retrieval.In(picture.BodyOf(Operation)).FirstOrDefault(r => r.Operation == Operation)?.Fact.Sdk switch
            {
                SdkKind.QdrantClient => NamedIndexes.WritesFor(picture, this),
                SdkKind.AzureSearch => SearchFields.WritesFor(picture, this),
                _ => ImmutableArray<VectorJoin>.Empty,
            };
        }

        var writes = Ingestion
            .InAll(picture)
            .Where(i => SymbolEqualityComparer.Default.Equals(VectorCollection.RecordType(i.Operation), type))
            .Select(i =>
                In(picture.BodyOf(i.Operation)).FirstOrDefault(j => j.Operation == i.Operation && j.Property.Name == Property.Name)
            )
            .ToList();
        return writes.Contains(null) ? ImmutableArray<VectorJoin>.Empty : writes.OfType<VectorJoin>().ToImmutableArray();
    }

    /// <summary>How many dimensions the vector has; null when that cannot be seen.</summary>
    public int? DimensionsReturned(ConfiguredEmbeddingModels models)
    {
        if (Calls.IsEmpty)
        {
            return Embedder.DimensionsReturned(models);
        }

        var sizes = Calls.Select(c => c.DimensionsReturned(models)).Distinct().ToList();
        return sizes.Count == 1 ? sizes[0] : null;
    }

    private static IEnumerable<VectorJoin> Written(Ingestion ingestion)
    {
        if (VectorCollection.Of(ingestion) is not { } collection)
        {
            yield break;
        }

        foreach (var property in collection.Record.Vectors)
        {
            if (property.IsEmbeddedByStore)
            {
                foreach (var join in ByStore(ingestion.Operation, collection, property, isSearch: false))
                {
                    yield return join;
                }

                continue;
            }

            foreach (var record in ingestion.Records)
            {
                var calls = CallsBehind(ingestion.Route, record, AccessPath.Empty.Push(property.Name));
                if (Of(ingestion.Operation, collection.Record, property, calls, isSearch: false) is { } join)
                {
                    yield return join;
                }
            }
        }
    }

    private static IEnumerable<VectorJoin> SearchedFor(Retrieval retrieval)
    {
        if (retrieval.Query.FirstOrDefault() is not { } value || VectorCollection.Of(retrieval) is not { } collection)
        {
            yield break;
        }

        var vectors = collection.Record.Vectors.ToList();
        var property =
            SearchedProperty.Of(retrieval) is { } named ? vectors.Find(p => p.Name == named)
            : vectors.Count == 1 ? vectors[0]
            : null;
        if (property is null)
        {
            yield break;
        }

        if (value.Unwrapped().Type?.SpecialType == SpecialType.System_String)
        {
            foreach (var join in ByStore(retrieval.Operation, collection, property, isSearch: true))
            {
                yield return join;
            }
        }
        else if (
            Of(retrieval.Operation, collection.Record, property, CallsBehind(retrieval.Route, value, AccessPath.Empty), isSearch: true) is
            { } join
        )
        {
            yield return join;
        }
    }

    /// <summary>The store's own embedder, where one is seen.</summary>
    private static IEnumerable<VectorJoin> ByStore(
        IInvocationOperation operation,
        VectorCollection collection,
        RecordProperty property,
        bool isSearch
    ) =>
        collection
            .Embedders.Select(e => EmbedderTracer.Of(e.Route.Picture).Read(e.Holder, e.Route, e.Path))
            .Where(static e => e.Model is not null)
            .Take(1)
            .Select(e => new VectorJoin(operation, collection.Record, property, ImmutableArray<EmbeddingCall>.Empty, e, isSearch));

    private static VectorJoin? Of(
        IInvocationOperation operation,
        VectorRecord record,
        RecordProperty property,
        ImmutableArray<EmbeddingCall> calls,
        bool isSearch
    ) => calls.FirstOrDefault()?.Embedder is { } embedder ? new VectorJoin(operation, record, property, calls, embedder, isSearch) : null;

    /// <summary>The join with a vector property that a database declares by itself: a collection, a column, a field of an index.</summary>
    /// <param name="value">What holds the vector.</param>
    /// <param name="path">Where in it.</param>
    public static VectorJoin? WithDeclared(
        Route route,
        IInvocationOperation operation,
        RecordProperty declared,
        IOperation value,
        AccessPath path,
        bool isSearch
    ) =>
        Of(
            operation,
            new VectorRecord(declared.Symbol?.ContainingType, ImmutableArray.Create(declared)),
            declared,
            CallsBehind(route, value, path),
            isSearch
        );

    /// <summary>The calls that made a vector; none when it may come from elsewhere, or is not all that they return.</summary>
    private static ImmutableArray<EmbeddingCall> CallsBehind(Route route, IOperation value, AccessPath path)
    {
        var passed = new HashSet<IOperation>();
        var trace = route.TraceThroughCallers(value, FlowMode.Value, path, passed);
        var calls = trace
            .Origins.Where(o => !o.IsNothing && !IsWrapper(route.Picture, o) && !IsBefore(o, path))
            .Select(o => EmbeddingCall.At(route, o))
            .ToList();
        return trace.IsTruncated || calls.Contains(null) || passed.Any(HasAnotherSize)
            ? ImmutableArray<EmbeddingCall>.Empty
            : calls.OfType<EmbeddingCall>().ToImmutableArray();
    }

    /// <summary>What a record that is given held before: the vector that is put into it here is written all the same.</summary>
    private static bool IsBefore(Origin origin, AccessPath path) =>
        origin.Kind == OriginKind.Parameter && !path.IsEmpty && origin.Path.Equals(path);

    /// <summary>A database's own type around the numbers, which are an origin of their own.</summary>
    private static bool IsWrapper(Picture picture, Origin origin) =>
        origin is { Kind: OriginKind.Creation, Operation: IObjectCreationOperation { Constructor: { } constructor } }
        && picture.Sdks.TryGetFact<PassFact>(constructor, out _);

    /// <summary>Somebody takes a part of the vector, as one may with those of newer models, or puts several together.</summary>
    private static bool HasAnotherSize(IOperation operation) =>
        operation
            is IInvocationOperation { TargetMethod.Name: "Slice" or "Take" or "SkipLast" or "AsSpan" or "AsMemory" or "Resize" or "Copy" }
                or IRangeOperation
                or IImplicitIndexerReferenceOperation
        || (
            operation is IInvocationOperation { TargetMethod.Name: "Concat" or "SelectMany" or "Append" or "Prepend" or "Skip" or "Where" }
            && IsOfNumbers(operation.Type)
        );

    private static bool IsOfNumbers(ITypeSymbol? sequence) =>
        sequence is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Single or SpecialType.System_Double }] };
}
