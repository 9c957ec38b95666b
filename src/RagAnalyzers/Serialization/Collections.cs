using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Serialization;

/// <summary>Types in; whether a JSON array is read into them, and of which elements, out.</summary>
internal static class Collections
{
    private static readonly ImmutableHashSet<string> Readable = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.Collections.Generic.IEnumerable",
        "System.Collections.Generic.ICollection",
        "System.Collections.Generic.IList",
        "System.Collections.Generic.IReadOnlyCollection",
        "System.Collections.Generic.IReadOnlyList",
        "System.Collections.Generic.ISet",
        "System.Collections.Generic.List",
        "System.Collections.Generic.HashSet",
        "System.Collections.Generic.SortedSet",
        "System.Collections.Generic.LinkedList",
        "System.Collections.Generic.Queue",
        "System.Collections.Generic.Stack",
        "System.Collections.ObjectModel.Collection",
        "System.Collections.ObjectModel.ObservableCollection",
        "System.Collections.Concurrent.ConcurrentBag",
        "System.Collections.Concurrent.ConcurrentQueue",
        "System.Collections.Concurrent.ConcurrentStack",
        "System.Collections.Immutable.ImmutableArray",
        "System.Collections.Immutable.ImmutableList",
        "System.Collections.Immutable.ImmutableHashSet",
        "System.Collections.Immutable.ImmutableSortedSet",
        "System.Collections.Immutable.ImmutableQueue",
        "System.Collections.Immutable.ImmutableStack",
        "System.Collections.Immutable.IImmutableList",
        "System.Collections.Immutable.IImmutableSet",
        "System.Collections.Immutable.IImmutableQueue",
        "System.Collections.Immutable.IImmutableStack"
    );

    public static bool IsDictionary(ITypeSymbol type) =>
        SelfAndInterfaces(type)
            .Any(candidate =>
                candidate.Name is "IDictionary" or "IReadOnlyDictionary"
                && NamespaceOf(candidate) is "System.Collections" or "System.Collections.Generic"
            );

    /// <summary>The type is a sequence of some kind, readable or not; a string is none.</summary>
    public static bool IsSequence(ITypeSymbol type) =>
        type is IArrayTypeSymbol
        || (
            type.SpecialType != SpecialType.System_String
            && SelfAndInterfaces(type)
                .Any(candidate =>
                    candidate.SpecialType == SpecialType.System_Collections_IEnumerable || candidate.Name == "IAsyncEnumerable"
                )
        );

    /// <summary>The element type of a sequence that JSON can be read into, or null.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.Rank == 1 ? array.ElementType : null;
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        var elements = SelfAndInterfaces(named)
            .Where(candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            .Select(candidate => candidate.TypeArguments[0])
            .ToImmutableArray();
        if (elements.Length != 1)
        {
            return null;
        }

        var known = named.Arity == 1 && Readable.Contains($"{NamespaceOf(named)}.{named.Name}");
        return known || (!NamespaceOf(named).StartsWith("System", StringComparison.Ordinal) && IsFillable(named) && IsConstructible(named))
            ? elements[0]
            : null;
    }

    /// <summary>Elements can be added to an instance that is already there.</summary>
    public static bool IsFillable(ITypeSymbol type) =>
        type is INamedTypeSymbol
        && SelfAndInterfaces(type)
            .Any(candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_ICollection_T);

    private static bool IsConstructible(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false }
        && type.InstanceConstructors.Any(constructor =>
            constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public
        );

    private static IEnumerable<INamedTypeSymbol> SelfAndInterfaces(ITypeSymbol type) =>
        type is INamedTypeSymbol named ? type.AllInterfaces.Insert(0, named) : type.AllInterfaces;

    private static string NamespaceOf(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() ?? "";
}
