using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Operations;

/// <summary>The element of a collection that is read under a key or at an index.</summary>
/// <param name="Collection">What it is read off.</param>
/// <param name="Key">The key or index.</param>
/// <param name="Otherwise">What the read yields when there is no such element; null where nothing is said.</param>
internal sealed record ElementRead(IOperation Collection, IOperation Key, IOperation? Otherwise)
{
    /// <summary>
    /// <c>steps["a"]</c>, <c>steps[0]</c>, <c>steps.GetValueOrDefault("a")</c>, <c>steps.TryGetValue("a", out var step)</c>; null of any
    /// other operation.
    /// </summary>
    public static ElementRead? Of(IOperation operation) =>
        operation switch
        {
            IPropertyReferenceOperation { Instance: { } collection, Arguments: [{ Value: var key }] } => new(collection, key, null),
            IArrayElementReferenceOperation { ArrayReference: var array, Indices: [var index] } => new(array, index, null),
            IInvocationOperation
            {
                TargetMethod.Name: "GetValueOrDefault",
                Instance: null,
                Arguments: [{ Value: var collection }, { Value: var key }]
            } => new(collection, key, null),
            IInvocationOperation
            {
                TargetMethod.Name: "GetValueOrDefault",
                Instance: null,
                Arguments: [{ Value: var collection }, { Value: var key }, { Value: var otherwise }]
            } => new(collection, key, otherwise),
            IInvocationOperation
            {
                TargetMethod.Name: "TryGetValue",
                Instance: { } collection,
                Arguments: [{ Value: var key }, { Parameter.RefKind: RefKind.Out }]
            } => new(collection, key, null),
            _ => null,
        };
}
