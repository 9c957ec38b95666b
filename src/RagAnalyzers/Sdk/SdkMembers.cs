using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Sdk;

/// <summary>Finds the members of a compilation's references that the rows of a table are about.</summary>
internal static class SdkMembers
{
    /// <summary>
    /// The types of this metadata name in the referenced assemblies. There can be several: two assemblies may have a static class of
    /// the same name for their extension methods. A type of the compilation itself is a look-alike.
    /// </summary>
    public static IEnumerable<INamedTypeSymbol> TypesNamed(string metadataName, Compilation compilation) =>
        compilation.GetTypesByMetadataName(metadataName)
            .Where(type => IsPublic(type) && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly));

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
    public static ImmutableArray<IParameterSymbol> Parameters(this ISymbol symbol) => symbol switch
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
