using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk;

/// <summary>Finds the members of an assembly that the rows of a table are about.</summary>
internal static class SdkMembers
{
    /// <summary>The type of this metadata name that the assembly shows to others, or null.</summary>
    public static INamedTypeSymbol? TypeNamed(string metadataName, IAssemblySymbol assembly) =>
        assembly.GetTypeByMetadataName(metadataName) is { } type && IsPublic(type) ? type : null;

    /// <summary>
    /// Whether the assembly has this namespace: a cheap question, and most assemblies have nothing to do with most tables.
    /// </summary>
    public static bool HasNamespace(string name, IAssemblySymbol assembly)
    {
        INamespaceSymbol? space = assembly.GlobalNamespace;
        foreach (var part in name.Split('.'))
        {
            space = space?.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault();
        }

        return space is not null;
    }

    /// <summary>The overloads of <paramref name="type"/> that a row is about, each with the row's fact in that overload's terms.</summary>
    public static IEnumerable<(ISymbol Member, SdkFact Fact)> In(INamedTypeSymbol type, SdkEntry entry)
    {
        foreach (var member in type.GetMembers(entry.Member))
        {
            if (entry.Arity is { } arity && (member as IMethodSymbol)?.Arity != arity)
            {
                continue;
            }

            var names = member.Parameters().Select(parameter => parameter.Name).ToImmutableHashSet();
            if (entry.Fact.WithParameters(name => names.Contains(name) ? name : null) is { } fact)
            {
                yield return (member, fact);
            }
        }
    }

    /// <summary>The parameters of a method or property; none for other symbols.</summary>
    public static ImmutableArray<IParameterSymbol> Parameters(this ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => ImmutableArray<IParameterSymbol>.Empty,
        };

    private static bool IsPublic(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }
}
