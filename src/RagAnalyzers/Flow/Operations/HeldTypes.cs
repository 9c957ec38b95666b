using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Operations;

/// <summary>Which type a value has that a symbol holds.</summary>
internal static class HeldTypes
{
    /// <summary>The type of a parameter, a field or a property; null for what holds no value.</summary>
    public static ITypeSymbol? HeldType(this ISymbol symbol) =>
        symbol switch
        {
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
}
