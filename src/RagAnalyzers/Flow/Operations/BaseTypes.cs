using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Operations;

/// <summary>A type and the classes that it derives from.</summary>
internal static class BaseTypes
{
    /// <summary>The type itself, what it derives from, and so on, the most derived first; nothing for null.</summary>
    public static IEnumerable<ITypeSymbol> AndBaseTypes(this ITypeSymbol? type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            yield return t;
        }
    }

    /// <summary>The same of a named type, whose base types are named types.</summary>
    public static IEnumerable<INamedTypeSymbol> AndBaseTypes(this INamedTypeSymbol? type) =>
        ((ITypeSymbol?)type).AndBaseTypes().Cast<INamedTypeSymbol>();

    /// <summary>The type, or one that it derives from, has this <see cref="SymbolNames.FullName"/>.</summary>
    public static bool IsOrInherits(this ITypeSymbol? type, string fullName) => type.AndBaseTypes().Any(t => t.HasFullName(fullName));

    /// <summary>The type is this one, type arguments included, or derives from it.</summary>
    public static bool IsOrInherits(this ITypeSymbol? type, ITypeSymbol ancestor) =>
        type.AndBaseTypes().Any(t => SymbolEqualityComparer.Default.Equals(t, ancestor));
}
