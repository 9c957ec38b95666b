using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Operations;

/// <summary>The members through which another one can be named: those that it overrides, and those of interfaces that it implements.</summary>
internal static class InheritedMembers
{
    /// <summary>The definitions of the member itself and of what it overrides and implements.</summary>
    public static HashSet<ISymbol> WithItself(ISymbol member)
    {
        var names = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var m = member; m is not null; m = Overridden(m))
        {
            names.Add(m.OriginalDefinition);
        }

        if (member.ContainingType is { } type && member is IMethodSymbol or IPropertySymbol or IEventSymbol)
        {
            names.UnionWith(
                type.AllInterfaces.SelectMany(static i => i.GetMembers())
                    .Where(m =>
                        m.Kind == member.Kind
                        && member.Name.EndsWith(m.Name, StringComparison.Ordinal)
                        && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(m), member)
                    )
                    .Select(static m => m.OriginalDefinition)
            );
        }

        return names;
    }

    private static ISymbol? Overridden(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            _ => null,
        };
}
