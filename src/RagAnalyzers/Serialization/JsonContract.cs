using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Serialization;

/// <summary>What a JSON library reads into a type: which members, under which names, and enums in which form.</summary>
internal abstract class JsonContract(JsonSymbols symbols, JsonReading reading)
{
    protected JsonSymbols Symbols { get; } = symbols;

    protected JsonReading Reading { get; } = reading;

    public static JsonContract For(JsonSymbols symbols, JsonReading reading) =>
        reading.Newtonsoft ? new NewtonsoftContract(symbols, reading) : new SystemTextJsonContract(symbols, reading);

    /// <summary>A converter of the user's own decides the JSON form of the type or member.</summary>
    public abstract bool HasOwnConverter(ISymbol symbol);

    /// <summary>The member takes what no other member of its type does.</summary>
    public abstract bool TakesTheRest(ISymbol member);

    /// <summary>The enum is read from its names; otherwise from numbers.</summary>
    public abstract bool ReadsNames(INamedTypeSymbol enumType, ISymbol? member);

    /// <summary>The JSON form of an enum value that is written by name.</summary>
    public abstract string NameOf(IFieldSymbol enumValue);

    /// <summary>The name under which a member of a type is read and written.</summary>
    protected abstract string NameOf(INamedTypeSymbol type, ISymbol member);

    /// <summary>
    /// Every name that a member of the type may have in JSON text: also of what is only written, and of what is left out.
    /// </summary>
    public ImmutableArray<string> NamesIn(INamedTypeSymbol type) =>
        PropertiesAndFields(type)
            .Where(static m => m.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal)
            .Select(m => NameOf(type, m))
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();

    /// <summary>The members of the type are what stands in its JSON form: no library's, none that is converted, none that takes the rest.</summary>
    public bool HasClosedShape(INamedTypeSymbol type) =>
        type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct }
        && !HasOwnConverter(type)
        && !Collections.IsSequence(type)
        && type.FullNamespace() is var space
        && !(space == "System" || space.StartsWith("System.", StringComparison.Ordinal))
        && !type.AndBaseTypes().SelectMany(static t => t.GetMembers()).Any(TakesTheRest)
        && !type.AndBaseTypes().SelectMany(static t => t.GetAttributes()).Any(a => Symbols.IsPolymorphic(a));

    /// <summary>The members that are read, in the order in which a model should write them.</summary>
    public ImmutableArray<JsonMember> Members(INamedTypeSymbol type)
    {
        var bound =
            Constructor(type)?.Parameters.Select(parameter => parameter.Name).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase)
            ?? ImmutableHashSet<string>.Empty;
        return PropertiesAndFields(type)
            .Select(symbol => Member(type, symbol, boundByConstructor: symbol is IPropertySymbol && bound.Contains(symbol.Name)))
            .OfType<JsonMember>()
            .OrderBy(member => member.Order)
            .ToImmutableArray();
    }

    /// <summary>Why the library could not make an object of the type, or null when it can.</summary>
    public string? WhyNotConstructible(INamedTypeSymbol type)
    {
        if (Constructor(type) is not { } constructor)
        {
            return type.IsValueType ? null : $"'{type.Name}' has no constructor that a JSON parser would choose";
        }

        var names = PropertiesAndFields(type).Select(symbol => symbol.Name).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        var stray = constructor.Parameters.FirstOrDefault(parameter => !names.Contains(parameter.Name));
        return stray is null ? null : $"the constructor parameter '{stray.Name}' of '{type.Name}' has no property of its name";
    }

    protected abstract JsonMember? Member(INamedTypeSymbol type, ISymbol symbol, bool boundByConstructor);

    protected abstract bool IsChosenConstructor(IMethodSymbol constructor);

    private IMethodSymbol? Constructor(INamedTypeSymbol type)
    {
        if (type.InstanceConstructors.FirstOrDefault(IsChosenConstructor) is { } chosen)
        {
            return chosen;
        }

        if (type.IsValueType)
        {
            return null;
        }

        var open = type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        return open.FirstOrDefault(constructor => constructor.Parameters.IsEmpty) ?? (open.Count == 1 ? open[0] : null);
    }

    /// <summary>
    /// Instance properties and fields, the most derived type's first; a hidden or overridden one stands for what it hides.
    /// </summary>
    private static IEnumerable<ISymbol> PropertiesAndFields(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var current in type.AndBaseTypes().TakeWhile(static t => t.SpecialType == SpecialType.None))
        {
            foreach (var member in current.GetMembers())
            {
                var counts =
                    member is IPropertySymbol { IsIndexer: false } or IFieldSymbol { IsImplicitlyDeclared: false }
                    && !member.IsStatic
                    && member.CanBeReferencedByName;
                if (counts && seen.Add(member.Name))
                {
                    yield return member;
                }
            }
        }
    }

    protected static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    protected static bool IsPublic(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public;
}
