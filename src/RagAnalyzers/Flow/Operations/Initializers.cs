using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Operations;

/// <summary>What stands between the braces of a creation.</summary>
internal static class Initializers
{
    /// <summary>The key and the value of <c>["key"] = value</c> and <c>{ "key", value }</c>; null of any other initializer.</summary>
    public static (IOperation Key, IOperation Value)? KeyedEntry(this IOperation initializer) =>
        initializer switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } keys } } assignment => (
                keys[0].Value,
                assignment.Value
            ),
            IInvocationOperation { Arguments: { Length: 2 } added } => (added[0].Value, added[1].Value),
            _ => null,
        };
}
