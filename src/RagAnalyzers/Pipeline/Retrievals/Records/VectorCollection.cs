using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals.Embedders;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Records;

/// <summary>A collection of records in a vector store.</summary>
/// <param name="Record">What its records are.</param>
/// <param name="Embedders">Where it may have what embeds the text of its records: values that hold one at the path.</param>
internal sealed record VectorCollection(VectorRecord Record, ImmutableArray<(IOperation Holder, Route Route, AccessPath Path)> Embedders)
{
    private const string Definition = "VectorStoreCollectionDefinition";
    private static readonly AccessPath Properties = AccessPath.Empty.Push("Properties");
    private static readonly AccessPath Generator = AccessPath.Empty.Push("EmbeddingGenerator");

    /// <summary>The collection that a call is made on; null when what its records are is not known.</summary>
    public static VectorCollection? Of<TFact>(ReachedInvocation<TFact> call)
        where TFact : SdkFact
    {
        var on = call.Operation.CalledOn();
        if (on is null || RecordType(call.Operation) is not { } type)
        {
            return null;
        }

        var picture = call.Picture;
        var origins = call.TraceThroughCallers(on, FlowMode.Value).Origins;
        var opened = origins
            .Where(o =>
                o is { Operation: IInvocationOperation, Symbol: IMethodSymbol m, Path.IsEmpty: true } && OpensCollection(picture, m)
            )
            .ToList();
        if (opened.Count != origins.Length || opened.Count != 1)
        {
            return DeclaredBy(picture, type) is { } declared
                ? new VectorCollection(declared, ImmutableArray<(IOperation, Route, AccessPath)>.Empty)
                : null;
        }

        var route = call.Route.Then(opened[0].Via);
        var open = (IInvocationOperation)opened[0].Operation;
        picture.Sdks.TryGetFact<VectorCollectionFact>(open.TargetMethod, out var fact);
        var holders = StoresOf(open, route).Select(s => (s.Holder, s.Route, Generator)).ToImmutableArray();
        if (open.ArgumentNamed(fact!.Definition) is not { } definition || definition.Unwrapped() is { ConstantValue: { HasValue: true } })
        {
            return VectorRecord.Of(picture, type) is { } declared ? new VectorCollection(declared, holders) : null;
        }

        return Defined(picture, definition, route, type) is { } record
            ? new VectorCollection(record, ImmutableArray.Create((definition, route, Generator)).AddRange(holders))
            : null;
    }

    /// <summary>What the attributes of a type declare; null where a definition may go before them.</summary>
    public static VectorRecord? DeclaredBy(Picture picture, INamedTypeSymbol type) =>
        VectorRecord.Of(picture, type) is { } declared && !MayBeDefinedElsewhere(picture, type) ? declared : null;

    /// <summary>The type of the records that a call writes or searches, or null.</summary>
    public static INamedTypeSymbol? RecordType(IInvocationOperation call) =>
        (
            TypeOf(call.Instance?.Type)
            ?? TypeOf(call.Arguments.FirstOrDefault()?.Value.Type)
            ?? TypeOf(call.TargetMethod.ContainingType)
            ?? (
                call.TargetMethod.ContainingNamespace.ToDisplayString().StartsWith("Azure.Search", System.StringComparison.Ordinal)
                    ? call.TargetMethod.TypeArguments.FirstOrDefault() ?? (call.TargetMethod.ContainingType.TypeArguments.FirstOrDefault())
                    : null
            )
        ) as INamedTypeSymbol;

    private static ITypeSymbol? TypeOf(ITypeSymbol? collection) =>
        collection
            .AndBaseTypes()
            .Concat(collection?.AllInterfaces ?? ImmutableArray<INamedTypeSymbol>.Empty)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(static t =>
                t.FullName()
                    is "Microsoft.Extensions.VectorData.VectorStoreCollection"
                        or "Microsoft.Extensions.VectorData.IVectorSearchable"
                        or "Microsoft.Extensions.VectorData.IKeywordHybridSearchable"
            )
            ?.TypeArguments.Last();

    private static bool OpensCollection(Picture picture, IMethodSymbol method) =>
        picture.Sdks.TryGetFact<VectorCollectionFact>(method, out _);

    /// <summary>Somewhere a collection of such records may be opened with a definition, which goes before the attributes.</summary>
    private static bool MayBeDefinedElsewhere(Picture picture, INamedTypeSymbol type) =>
        picture.Compilation.SyntaxTrees.Any(t => IdentifierIndex.Mentions(t, Definition) && IdentifierIndex.Mentions(t, type.Name));

    private static VectorRecord? Defined(Picture picture, IOperation definition, Route route, INamedTypeSymbol type)
    {
        var passed = new HashSet<IOperation>();
        var trace = route.TraceThroughCallers(definition, FlowMode.Content, Properties, passed);
        var properties = passed
            .OfType<IObjectCreationOperation>()
            .OrderBy(static c => c.Syntax.SpanStart)
            .Select(c => DeclaredProperty.Of(picture, c, type))
            .OfType<RecordProperty>()
            .GroupBy(static p => p.Name)
            .Select(static g => g.First())
            .ToImmutableArray();
        return trace.IsTruncated || properties.IsEmpty ? null : new VectorRecord(type, properties);
    }

    /// <summary>What the options that a store was made with are: they may hold an embedder for all its collections.</summary>
    private static IEnumerable<(IOperation Holder, Route Route)> StoresOf(IInvocationOperation open, Route route)
    {
        if (open.Instance is not { } store)
        {
            yield break;
        }

        foreach (var origin in route.TraceThroughCallers(store, FlowMode.Value).Origins)
        {
            if (origin is { Kind: OriginKind.Creation, Operation: IObjectCreationOperation made })
            {
                foreach (var argument in made.Arguments.Where(static a => HasGenerator(a.Value.Unwrapped().Type)))
                {
                    yield return (argument.Value, route.Then(origin.Via));
                }
            }
        }
    }

    private static bool HasGenerator(ITypeSymbol? options) =>
        options.AndBaseTypes().Any(static t => t.GetMembers("EmbeddingGenerator").Length > 0);
}
