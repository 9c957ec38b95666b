using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>What a type says of the members of its new objects.</summary>
internal static class ObjectTypes
{
    /// <summary>"Item2" of something that is no tuple is its second deconstruction value; records name it like the property.</summary>
    public static string MemberFor(ITypeSymbol? type, string name)
    {
        if (
            type is null or { IsTupleType: true }
            || !name.StartsWith("Item", StringComparison.Ordinal)
            || !int.TryParse(name.Substring(4), out var at)
        )
        {
            return name;
        }

        var deconstruct = type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length >= at);
        return deconstruct is null || at < 1 ? name : deconstruct.Parameters[at - 1].Name;
    }

    public static bool IsRecord(ITypeSymbol? type) => type is INamedTypeSymbol { IsRecord: true };

    /// <summary>
    /// Nothing but the visible creation can have set the member: library types start empty, and so do plain auto-properties of source
    /// types.
    /// </summary>
    public static bool IsPlain(ITypeSymbol? type, string member)
    {
        if (type is not INamedTypeSymbol named)
        {
            return false;
        }

        foreach (var t in named.AndBaseTypes().TakeWhile(static t => t.IsInSource()))
        {
            if (t.InstanceConstructors.Any(static c => !c.IsImplicitlyDeclared))
            {
                return false;
            }

            if (t.GetMembers(member).OfType<IPropertySymbol>().Any(static p => !StartsEmpty(p)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool StartsEmpty(IPropertySymbol property) =>
        CompilationBodies.IsAuto(property)
        && property.DeclaringSyntaxReferences.All(static r => r.GetSyntax() is PropertyDeclarationSyntax { Initializer: null });
}
