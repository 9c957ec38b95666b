using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline.Retrievals.Databases;

/// <summary>The vector queries that the options of a search service's search hold.</summary>
internal static class VectorQueries
{
    /// <summary>The type of a query by a vector.</summary>
    public const string Vectorized = "Azure.Search.Documents.Models.VectorizedQuery";

    private const string OfText = "Azure.Search.Documents.Models.VectorizableTextQuery";
    private const string Neighbors = "KNearestNeighborsCount";

    /// <summary>The queries of a search, as far as they are made in its body; none of any other library's search.</summary>
    public static IEnumerable<IObjectCreationOperation> Of(Retrieval search)
    {
        if (search.Fact.Sdk != SdkKind.AzureSearch || search.Options is not { } options)
        {
            return ImmutableArray<IObjectCreationOperation>.Empty;
        }

        var passed = new HashSet<IOperation>();
        search.Picture.TraceWithinBody(options, FlowMode.Content, trail: passed);
        return passed.OfType<IObjectCreationOperation>().Where(static c => c.Type?.FullName() is Vectorized or OfText);
    }

    /// <summary>The one field that a query names: <c>Fields = { "vector" }</c>; null when it names none, several, or what is not seen.</summary>
    public static string? FieldOf(IObjectCreationOperation query) =>
        query
            .Initializer?.Initializers.OfType<IMemberInitializerOperation>()
            .Where(static m => m.InitializedMember is IPropertyReferenceOperation { Property.Name: "Fields" })
            .SelectMany(static m => m.Initializer.Initializers)
            .OfType<IInvocationOperation>()
            .SelectMany(static c => c.Arguments)
            .Select(static a => a.Value.ConstantValue.Value as string)
            .ToList()
            is [{ } name]
            ? name
            : null;

    /// <summary>How many passages a search finds by one vector alone, where nothing else says how many; null when that cannot be seen.</summary>
    public static int? NeighborsOf(Retrieval search) =>
        search.Operation.ArgumentNamed("searchText")?.Unwrapped() is { ConstantValue: { HasValue: true, Value: null } }
        && Of(search).ToList() is [var query]
        && DeclaredProperty.Assigned(query, Neighbors)?.ConstantValue.Value is int count
            ? count
            : null;
}
