using System;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>A place in a collection.</summary>
/// <param name="Key">The key or index that names it; null where it is told by its position.</param>
/// <param name="Position">Its position, where that can be told.</param>
/// <param name="Inner">The type of the collection that stands there; null where a text does.</param>
internal sealed record KeyedPlace(IOperation? Key, object? Position, ITypeSymbol? Inner)
{
    /// <summary>Texts, or something in which one may be, stand under keys, or collections do; null for a place of anything else.</summary>
    public static KeyedPlace? Under(IOperation key, ITypeSymbol? element) =>
        IsText(element) ? new KeyedPlace(key, null, null)
        : element is not null && IsCollection(element) ? new KeyedPlace(key, null, element)
        : null;

    public static KeyedPlace At(object? position) => new(null, position, null);

    /// <summary>A collection of the base class library.</summary>
    public static bool IsCollection(ITypeSymbol type) => type.FullNamespace().StartsWith("System.Collections", StringComparison.Ordinal);

    public static bool IsText(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_String or SpecialType.System_Object
        || type is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };
}
