using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Databases;

/// <summary>
/// Joins with a search service's index whose fields are declared in code: documents and vector queries name the field. Only one field of
/// that name with vectors may be declared in the compilation.
/// </summary>
internal static class SearchFields
{
    /// <summary>The joins of a body with fields whose size is seen.</summary>
    public static IEnumerable<VectorJoin> In(Body body)
    {
        foreach (var write in Ingestion.In(body).Where(static i => i.Fact.Sdk == SdkKind.AzureSearch))
        {
            var passed = new HashSet<IOperation>();
            foreach (var records in write.Records)
            {
                body.Picture.TraceWithinBody(records, FlowMode.Content, trail: passed);
            }

            foreach (var (name, value) in passed.SelectMany(Members))
            {
                if (Join(write.Route, write.Operation, name, value, isSearch: false) is { } join)
                {
                    yield return join;
                }
            }
        }

        foreach (var search in Retrieval.In(body).Where(static r => r.Fact.Sdk == SdkKind.AzureSearch))
        {
            foreach (var query in VectorQueries.Of(search))
            {
                if (
                    query.Arguments is [{ Value: { } vector }]
                    && VectorQueries.FieldOf(query) is { } name
                    && Join(search.Route, search.Operation, name, vector, isSearch: true) is { } join
                )
                {
                    yield return join;
                }
            }
        }
    }

    /// <summary>
    /// The writes of the compilation into the field that a search names; empty when one is not seen, or there may be several indexes.
    /// </summary>
    public static ImmutableArray<VectorJoin> WritesFor(Picture picture, VectorJoin search)
    {
        var writes = Ingestion
            .InAll(picture)
            .Where(static i => i.Fact.Sdk == SdkKind.AzureSearch)
            .Select(i =>
                VectorJoin
                    .In(i.Picture.BodyOf(i.Operation))
                    .FirstOrDefault(j => j.Operation == i.Operation && !j.IsSearch && j.Property.Name == search.Property.Name)
            )
            .ToList();
        return writes.Contains(null) || !SearchIndexes.IsOne(picture)
            ? ImmutableArray<VectorJoin>.Empty
            : writes.OfType<VectorJoin>().ToImmutableArray();
    }

    private static VectorJoin? Join(Route route, IInvocationOperation place, string name, IOperation value, bool isSearch)
    {
        var field =
            Declared(route.Picture).TryGetValue(name, out var declared) ? declared
            : VectorCollection.RecordType(place) is { } type
                ? VectorRecord.Of(route.Picture, type)?.Vectors.FirstOrDefault(v => v.Name == name)
            : null;
        return IsVector(value.Unwrapped().Type)
            ? VectorJoin.WithDeclared(
                route,
                place,
                field ?? RecordProperty.OfVector(name, value.Syntax.GetLocation()),
                value,
                AccessPath.Empty,
                isSearch
            )
            : null;
    }

    private static bool IsVector(ITypeSymbol? type) =>
        type.WithoutNull()
            is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Single }
                or INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Single }] };

    /// <summary>What a document sets, by the name that the index has for it.</summary>
    private static IEnumerable<(string Name, IOperation Value)> Members(IOperation created)
    {
        var assignments = created switch
        {
            IObjectCreationOperation { Initializer.Initializers: var set } => set.OfType<ISimpleAssignmentOperation>(),
            IAnonymousObjectCreationOperation { Initializers: var set } => set.OfType<ISimpleAssignmentOperation>(),
            _ => Enumerable.Empty<ISimpleAssignmentOperation>(),
        };
        foreach (var assignment in assignments)
        {
            if (assignment.Target is IPropertyReferenceOperation target && NameOf(target) is { } name)
            {
                yield return (name, assignment.Value);
            }
        }
    }

    private static string? NameOf(IPropertyReferenceOperation target) =>
        target.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string key } }] ? key
        : target.Arguments.IsEmpty
            ? target
                .Property.GetAttributes()
                .FirstOrDefault(static a => a.AttributeClass.HasFullName("System.Text.Json.Serialization.JsonPropertyNameAttribute"))
                ?.ConstructorArguments.FirstOrDefault()
                .Value as string
                ?? target.Property.Name
        : null;

    /// <summary>The vector fields of the compilation's indexes by name; a name that stands for more than one is left out.</summary>
    private static ImmutableDictionary<string, RecordProperty> Declared(Picture picture) =>
        picture
            .Once(static p => new Lazy<ImmutableDictionary<string, RecordProperty>>(() => Read(p), LazyThreadSafetyMode.PublicationOnly))
            .Value;

    private static ImmutableDictionary<string, RecordProperty> Read(Picture picture)
    {
        var types = new HashSet<string> { "VectorSearchField", "SearchField" };
        return picture.Compilation.GetTypeByMetadataName(VectorQueries.Vectorized) is null
            ? ImmutableDictionary<string, RecordProperty>.Empty
            : picture
                .BodiesMentioningAny(types)
                .SelectMany(static b => b.Index.Creations)
                .Where(static c => c.Type is { ContainingNamespace: { } } type && !type.IsInSource())
                .Select(c => DeclaredProperty.Of(picture, c, record: null))
                .OfType<RecordProperty>()
                .Where(static f => f is { Kind: RecordPropertyKind.Vector, Dimensions: not null })
                .GroupBy(static f => f.Name)
                .Where(static g => g.Count() == 1)
                .ToImmutableDictionary(static g => g.Key, static g => g.First());
    }
}
