using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Operations;

/// <summary>
/// The classes and structs of a compilation, to find what implements or overrides a member. Listed once, when first needed.
/// </summary>
internal sealed class TypeHierarchy
{
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _types;

    public TypeHierarchy(Compilation compilation) =>
        _types = new(() =>
            TypesIn(compilation.Assembly.GlobalNamespace)
                .Where(static t => t.TypeKind is TypeKind.Class or TypeKind.Struct)
                .ToImmutableArray()
        );

    /// <summary>The methods with a body that a call of an interface, abstract or virtual method may run.</summary>
    public ImmutableArray<IMethodSymbol> ImplementationsOf(IMethodSymbol method)
    {
        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        if (!method.IsAbstract)
        {
            found.Add(method);
        }

        foreach (var type in _types.Value)
        {
            if (method.ContainingType.TypeKind == TypeKind.Interface)
            {
                foreach (
                    var implemented in type.AllInterfaces.Where(i =>
                        SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, method.ContainingType.OriginalDefinition)
                    )
                )
                {
                    var member = implemented
                        .GetMembers(method.Name)
                        .OfType<IMethodSymbol>()
                        .FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method));
                    if (
                        member is not null
                        && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation
                        && MostDerived(implementation, type) is { IsAbstract: false } runs
                    )
                    {
                        found.Add(runs.OriginalDefinition);
                    }
                }
            }
            else
            {
                foreach (var candidate in type.GetMembers(method.Name).OfType<IMethodSymbol>())
                {
                    for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                    {
                        if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method) && !candidate.IsAbstract)
                        {
                            found.Add(candidate.OriginalDefinition);
                        }
                    }
                }
            }
        }

        return found.ToImmutableArray();
    }

    /// <summary>What runs on an object of exactly this type when a member of it, of a base type or of an interface is called; null for a member of others.</summary>
    public static IMethodSymbol? RunOn(INamedTypeSymbol type, IMethodSymbol method) =>
        method.ContainingType.TypeKind == TypeKind.Interface
            ? type.FindImplementationForInterfaceMember(method) is IMethodSymbol implementation
                ? MostDerived(implementation, type)
                : null
            : type.IsOrInherits(method.ContainingType)
                ? MostDerived(method, type)
                : null;

    /// <summary>What runs on an object of the type when a member is called that a base type of it declares.</summary>
    private static IMethodSymbol MostDerived(IMethodSymbol member, INamedTypeSymbol type)
    {
        var declaring = member.ContainingType.OriginalDefinition;
        foreach (var t in type.AndBaseTypes().TakeWhile(t => !SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, declaring)))
        {
            foreach (var candidate in t.GetMembers(member.Name).OfType<IMethodSymbol>())
            {
                for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member.OriginalDefinition))
                    {
                        return candidate;
                    }
                }
            }
        }

        return member;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceSymbol space)
            {
                foreach (var type in TypesIn(space))
                {
                    yield return type;
                }
            }
            else if (member is INamedTypeSymbol type)
            {
                yield return type;
                foreach (var nested in TypesIn(type))
                {
                    yield return nested;
                }
            }
        }
    }
}
