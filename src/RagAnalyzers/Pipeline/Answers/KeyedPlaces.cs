using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Tells whether a value is read from another place of a collection than the one that an answer was put at: under another constant key of a
/// dictionary, at another position of an array or a list, in another one of several collections.
/// </summary>
internal static class KeyedPlaces
{
    /// <param name="trail">Every operation that the trace passed.</param>
    /// <param name="way">What the answer goes through.</param>
    public static bool AreOther(Picture picture, ICollection<IOperation> trail, ICollection<IOperation> way)
    {
        var reads = trail.Select(ReadPlace).OfType<Place>().ToList();
        if (reads.Count == 0)
        {
            return false;
        }

        var puts = way.SelectMany(o => PutPlaces(o, way)).ToList();
        return AreApart(static p => p.Inner is null)
            || puts.Select(static p => p.Inner)
                .OfType<ITypeSymbol>()
                .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)
                .Any(inner => AreApart(p => SymbolEqualityComparer.Default.Equals(p.Inner, inner)));

        bool AreApart(Func<Place, bool> isOfLevel)
        {
            var read = KeysOf(reads.Where(isOfLevel), trail);
            var put = KeysOf(puts.Where(isOfLevel), way);
            return read.Count > 0
                && put.Count > 0
                && !read.Contains(null)
                && !put.Contains(null)
                && read.TrueForAll(r => put.TrueForAll(p => p!.GetType() == r!.GetType() && !p.Equals(r)));
        }

        List<object?> KeysOf(IEnumerable<Place> places, ICollection<IOperation> passed) =>
            places.SelectMany(p => p.Key is null ? new[] { p.Position } : PlaceKeys.Of(picture, p.Key, passed)).ToList();
    }

    /// <summary>The place of what is read from a collection of the base class library: a text, something in which one may be, or a collection.</summary>
    private static Place? ReadPlace(IOperation operation) =>
        operation switch
        {
            IPropertyReferenceOperation { Arguments: [{ Value: var key }], Instance.Type: { } of } when !IsTarget(operation) => IsKept(of)
                ? PlaceOf(operation.Type, key)
                : null,
            IArrayElementReferenceOperation { Indices: [var at] } when !IsTarget(operation) => PlaceOf(operation.Type, at),
            ILocalReferenceOperation { Local: var local } => BodyIndex
                .Of(operation)
                .ReferencesTo(local)
                .Select(static r => (r.Parent is IDeclarationExpressionOperation declared ? declared.Parent : r.Parent)?.Parent)
                .OfType<IInvocationOperation>()
                .FirstOrDefault(static c => c is { TargetMethod.Name: "TryGetValue", Arguments.Length: 2 })
                is { } call
                ? new Place(call.Arguments[0].Value, null, null)
                : null,
            IInvocationOperation
            {
                TargetMethod: { Name: "GetValueOrDefault", IsExtensionMethod: true },
                Arguments: [_, { Value: var key }, ..]
            } => new Place(key, null, null),
            _ => null,
        };

    private static Place? PlaceOf(ITypeSymbol? element, IOperation key) =>
        IsText(element) ? new Place(key, null, null)
        : element is not null && IsCollection(element) ? new Place(key, null, element)
        : null;

    private static bool IsTarget(IOperation operation) =>
        operation.Parent is IAssignmentOperation write && ReferenceEquals(write.Target, operation);

    private static bool IsKept(ITypeSymbol collection) =>
        IsCollection(collection) || collection.AllInterfaces.Any(static i => i.FullName() == "System.Collections.Generic.IDictionary");

    private static bool IsCollection(ITypeSymbol type) => type.FullNamespace().StartsWith("System.Collections", StringComparison.Ordinal);

    private static bool IsText(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_String or SpecialType.System_Object
        || type is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };

    /// <summary>The places at which the operation puts what goes through it.</summary>
    private static IEnumerable<Place> PutPlaces(IOperation operation, ICollection<IOperation> way) =>
        operation switch
        {
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Arguments: [{ Value: var key }], Instance: var holder },
                Value: var put
            } when way.Contains(put) => InnermostFirst(key, holder),
            ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { Indices: [var at] } element, Value: var put }
                when way.Contains(put) => InnermostFirst(at, element.ArrayReference),
            IInvocationOperation
            {
                TargetMethod.Name: "Add" or "TryAdd",
                Arguments: [{ Value: var key }, { Value: var put }],
                Instance: var holder
            } when way.Contains(put) => InnermostFirst(key, holder),
            IInvocationOperation { Instance: { } holder, Arguments: [{ Value: var put }] } when way.Contains(put) => Outer(holder),
            IArrayInitializerOperation => Positions(operation.ChildOperations.ToList(), way),
            { } when operation.IsCollectionExpression() => Positions(operation.ChildOperations.ToList(), way),
            IObjectOrCollectionInitializerOperation { Initializers: var added }
                when added.All(static a => a is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 }) => Positions(
                added,
                way
            ),
            _ => Enumerable.Empty<Place>(),
        };

    private static IEnumerable<Place> InnermostFirst(IOperation key, IOperation? holder) =>
        Outer(holder).Prepend(new Place(key, null, null));

    /// <summary>The place at which the collection itself stands: <c>all["said"].Add(answer)</c>.</summary>
    private static IEnumerable<Place> Outer(IOperation? holder) =>
        holder?.Unwrapped() is IPropertyReferenceOperation { Arguments: [{ Value: var key }], Type: { } inner } && IsCollection(inner)
            ? new[] { new Place(key, null, inner) }
            : Enumerable.Empty<Place>();

    private static IEnumerable<Place> Positions(IReadOnlyList<IOperation> elements, ICollection<IOperation> way) =>
        Enumerable
            .Range(0, elements.Count)
            .Where(i => way.Contains(elements[i]))
            .Select(i => new Place(null, elements.Take(i + 1).Any(static e => e.IsSpread()) ? null : (object?)i, null));

    /// <summary>A place in a collection.</summary>
    /// <param name="Key">The key or index that names it; null where it is told by its position.</param>
    /// <param name="Position">Its position, where that can be told.</param>
    /// <param name="Inner">The type of the collection that stands there; null where a text does.</param>
    private sealed record Place(IOperation? Key, object? Position, ITypeSymbol? Inner);
}
