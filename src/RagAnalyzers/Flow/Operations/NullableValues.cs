using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Operations;

/// <summary>Value types that may be null: <c>int?</c>.</summary>
internal static class NullableValues
{
    /// <summary>The type of the value that a nullable value type holds; any other type as it is.</summary>
    [return: NotNullIfNotNull(nameof(type))]
    public static ITypeSymbol? WithoutNull(this ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] }
            ? value
            : type;
}
