using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Operations;

/// <summary>What stands between the braces of a creation, and behind the declaration of a member.</summary>
internal static class Initializers
{
    /// <summary>
    /// What a member is declared with, where the body of a program that may write it is that; null of any other body, the initializer of
    /// another member among them, which may hand the member on.
    /// </summary>
    public static IOperation? InitialValueOf(this IOperation root, ISymbol member) =>
        root switch
        {
            IFieldInitializerOperation fields => fields.InitializedFields.Any(f => IsSame(f, member) || IsSame(f.AssociatedSymbol, member))
                ? fields.Value
                : null,
            IPropertyInitializerOperation properties => properties.InitializedProperties.Any(p => IsSame(p, member))
                ? properties.Value
                : null,
            ISymbolInitializerOperation other => other.Value,
            _ => null,
        };

    private static bool IsSame(ISymbol? a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a?.OriginalDefinition, b.OriginalDefinition);

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
