using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>The places of collections of the base class library that operations read.</summary>
internal static class ReadPlaces
{
    /// <summary>The place that an operation reads; null where it reads none, or not a certain one.</summary>
    public static KeyedPlace? Of(IOperation operation) =>
        operation switch
        {
            IPropertyReferenceOperation { Arguments: [{ Value: var key }], Instance.Type: { } of } when !IsTarget(operation) => IsKept(of)
                ? KeyedPlace.Under(key, operation.Type)
                : null,
            IArrayElementReferenceOperation { Indices: [var at] } when !IsTarget(operation) => KeyedPlace.Under(at, operation.Type),
            ILocalReferenceOperation local => OfLocal(local),
            IInvocationOperation
            {
                TargetMethod: { Name: "GetValueOrDefault", IsExtensionMethod: true },
                Arguments: [_, { Value: var key }, ..]
            } => KeyedPlace.Under(key, operation.Type),
            IInvocationOperation
            {
                TargetMethod: { Name: "First" or "FirstOrDefault", IsExtensionMethod: true, ContainingType.Name: "Enumerable" },
                Arguments: [{ Value: var all }]
            } when IsList(all.Unwrapped()) && KeyedPlace.IsText(operation.Type) => KeyedPlace.At(0),
            IInvocationOperation call when KeyedPlace.IsText(call.Type) && OrderedElements.At(call) is { } position => KeyedPlace.At(
                position
            ),
            _ => null,
        };

    /// <summary><c>d.TryGetValue("a", out var text)</c>, <c>texts is [_, var text]</c></summary>
    private static KeyedPlace? OfLocal(ILocalReferenceOperation local)
    {
        foreach (var reference in BodyIndex.Of(local).ReferencesTo(local.Local))
        {
            if (reference is IPatternOperation { Parent: IListPatternOperation list } element && KeyedPlace.IsText(local.Type))
            {
                var position = list.Patterns.IndexOf(element);
                return list.Patterns.Take(position).Any(static p => p is ISlicePatternOperation) ? null : KeyedPlace.At(position);
            }

            var declared = reference.Parent is IDeclarationExpressionOperation declaration ? declaration.Parent : reference.Parent;
            if (declared?.Parent is IInvocationOperation { TargetMethod.Name: "TryGetValue", Arguments: { Length: 2 } arguments })
            {
                return new KeyedPlace(arguments[0].Value, null, null);
            }
        }

        return null;
    }

    private static bool IsTarget(IOperation operation) =>
        operation.Parent is IAssignmentOperation write && ReferenceEquals(write.Target, operation);

    private static bool IsKept(ITypeSymbol collection) =>
        KeyedPlace.IsCollection(collection)
        || collection.HasFullName("System.Linq.ILookup")
        || collection.AllInterfaces.Any(static i => i.HasFullName("System.Collections.Generic.IDictionary"));

    /// <summary>A variable that holds an array or a list: its first element is the one at 0.</summary>
    private static bool IsList(IOperation value) =>
        value is ILocalReferenceOperation or IMemberReferenceOperation or IParameterReferenceOperation
        && value.Type is IArrayTypeSymbol or { Name: "List" or "IList" or "IReadOnlyList" };
}
