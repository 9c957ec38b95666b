using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>The places of collections at which operations put a value.</summary>
internal static class PutPlaces
{
    /// <summary>The places at which the operation puts what goes through it.</summary>
    /// <param name="way">What the value goes through.</param>
    public static IEnumerable<KeyedPlace> Of(IOperation operation, ICollection<IOperation> way) =>
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
            IInvocationOperation { Instance: { } holder, Arguments: [{ Value: var put }] } call when way.Contains(put) =>
                OrderedElements.At(call) is { } position ? new[] { KeyedPlace.At(position) } : Outer(holder),
            IArrayInitializerOperation => Positions(operation.ChildOperations.ToList(), way),
            { } when operation.IsCollectionExpression() => Positions(operation.ChildOperations.ToList(), way),
            IObjectOrCollectionInitializerOperation { Initializers: var added }
                when added.All(static a => a is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 }) => Positions(
                added,
                way
            ),
            _ => Enumerable.Empty<KeyedPlace>(),
        };

    private static IEnumerable<KeyedPlace> InnermostFirst(IOperation key, IOperation? holder) =>
        Outer(holder).Prepend(new KeyedPlace(key, null, null));

    /// <summary>The place at which the collection itself stands: <c>all["said"].Add(answer)</c>.</summary>
    private static IEnumerable<KeyedPlace> Outer(IOperation? holder) =>
        holder?.Unwrapped() is IPropertyReferenceOperation { Arguments: [{ Value: var key }], Type: { } inner }
        && KeyedPlace.IsCollection(inner)
            ? new[] { new KeyedPlace(key, null, inner) }
            : Enumerable.Empty<KeyedPlace>();

    private static IEnumerable<KeyedPlace> Positions(IReadOnlyList<IOperation> elements, ICollection<IOperation> way) =>
        Enumerable
            .Range(0, elements.Count)
            .Where(i => way.Contains(elements[i]))
            .Select(i => KeyedPlace.At(elements.Take(i + 1).Any(static e => e.IsSpread()) ? null : (object?)i));
}
