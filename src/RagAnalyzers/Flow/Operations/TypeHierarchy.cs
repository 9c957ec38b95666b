using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Operations;

/// <summary>
/// The classes and structs of a compilation by what they implement and inherit, to find what implements or overrides a member. Listed once, when
/// first needed.
/// </summary>
internal sealed class TypeHierarchy
{
    private readonly Lazy<ILookup<INamedTypeSymbol, INamedTypeSymbol>> _implementing;
    private readonly Lazy<ILookup<INamedTypeSymbol, INamedTypeSymbol>> _derived;

    public TypeHierarchy(Compilation compilation)
    {
        var types = new Lazy<ImmutableArray<INamedTypeSymbol>>(() =>
            TypesIn(compilation.Assembly.GlobalNamespace)
                .Where(static t => t.TypeKind is TypeKind.Class or TypeKind.Struct)
                .ToImmutableArray()
        );
        _implementing = new(() => ByDefinition(types.Value, static t => t.AllInterfaces));
        _derived = new(() => ByDefinition(types.Value, static t => t.AndBaseTypes()));
    }

    /// <summary>The methods with a body that a call of an interface, abstract or virtual method may run.</summary>
    public ImmutableArray<IMethodSymbol> ImplementationsOf(IMethodSymbol method)
    {
        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        if (!method.IsAbstract)
        {
            found.Add(method);
        }

        var declaring = method.ContainingType.OriginalDefinition;
        found.UnionWith(
            declaring.TypeKind == TypeKind.Interface
                ? _implementing.Value[declaring].SelectMany(t => Implementing(method, declaring, t))
                : _derived.Value[declaring].SelectMany(t => Overriding(method, t))
        );
        return found.ToImmutableArray();
    }

    /// <summary>What a type runs for a member of an interface, for each way in which it implements that one.</summary>
    private static IEnumerable<IMethodSymbol> Implementing(IMethodSymbol method, INamedTypeSymbol declaring, INamedTypeSymbol type)
    {
        foreach (var face in type.AllInterfaces.Where(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, declaring)))
        {
            var member = face.GetMembers(method.Name)
                .OfType<IMethodSymbol>()
                .FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method));
            if (
                member is not null
                && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation
                && MostDerived(implementation, type) is { IsAbstract: false } runs
            )
            {
                yield return runs.OriginalDefinition;
            }
        }
    }

    private static IEnumerable<IMethodSymbol> Overriding(IMethodSymbol method, INamedTypeSymbol type)
    {
        foreach (var candidate in type.GetMembers(method.Name).OfType<IMethodSymbol>().Where(static m => !m.IsAbstract))
        {
            for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method))
                {
                    yield return candidate.OriginalDefinition;
                }
            }
        }
    }

    private static ILookup<INamedTypeSymbol, INamedTypeSymbol> ByDefinition(
        ImmutableArray<INamedTypeSymbol> types,
        Func<INamedTypeSymbol, IEnumerable<INamedTypeSymbol>> above
    ) =>
        types
            .SelectMany(t =>
                above(t)
                    .Select(static a => a.OriginalDefinition)
                    .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
                    .Select(a => (Above: a, Type: t))
            )
            .ToLookup<(INamedTypeSymbol Above, INamedTypeSymbol Type), INamedTypeSymbol, INamedTypeSymbol>(
                static pair => pair.Above,
                static pair => pair.Type,
                SymbolEqualityComparer.Default
            );

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
