using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>Finds the text properties of the types that answers are read as.</summary>
internal static class AnswerMembers
{
    /// <summary>How deep an object in an answer may lie.</summary>
    private const int MaximumDepth = 4;

    /// <summary>The text property at a path of a type of this compilation, elements of collections standing for the collection.</summary>
    public static IPropertySymbol? PropertyAt(ITypeSymbol type, AccessPath path)
    {
        IPropertySymbol? property = null;
        for (var (current, rest) = (ElementOf(type), path); !rest.IsEmpty; rest = rest.Rest)
        {
            property = MembersOf(current).FirstOrDefault(p => p.Name == rest.Head);
            if (property is null || !property.ContainingType.IsInSource())
            {
                return null;
            }

            current = ElementOf(property.Type);
        }

        return property is not null && IsText(property) ? property : null;
    }

    /// <summary>
    /// The text property that an answer has under this name, at whatever depth; null when there is none, or when another member has the name.
    /// </summary>
    public static IPropertySymbol? PropertyNamed(ITypeSymbol type, string name)
    {
        var found = new List<IPropertySymbol>();
        Collect(ElementOf(type), MaximumDepth);
        return found is [{ } property] && IsText(property) ? property : null;

        void Collect(ITypeSymbol current, int depth)
        {
            if (depth == 0 || !current.IsInSource())
            {
                return;
            }

            foreach (var member in MembersOf(current))
            {
                if (NameOf(member).Equals(name, StringComparison.OrdinalIgnoreCase) && !found.Contains(member))
                {
                    found.Add(member);
                }

                Collect(ElementOf(member.Type), depth - 1);
            }
        }
    }

    private static string NameOf(IPropertySymbol property) =>
        property
            .GetAttributes()
            .FirstOrDefault(static a => a.AttributeClass?.Name is "JsonPropertyNameAttribute" or "JsonPropertyAttribute")
            ?.ConstructorArguments
            is [{ Value: string name }, ..]
            ? name
            : property.Name;

    private static bool IsText(IPropertySymbol property) => ElementOf(property.Type).SpecialType == SpecialType.System_String;

    private static IEnumerable<IPropertySymbol> MembersOf(ITypeSymbol type) =>
        type.AndBaseTypes().SelectMany(static t => t.GetMembers()).OfType<IPropertySymbol>();

    private static ITypeSymbol ElementOf(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => ElementOf(array.ElementType),
            INamedTypeSymbol { SpecialType: not SpecialType.System_String, TypeArguments: [{ } element] } named when !named.IsInSource() =>
                ElementOf(element),
            _ => type,
        };
}
