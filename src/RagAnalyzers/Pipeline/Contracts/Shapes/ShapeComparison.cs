using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.Pipeline.Contracts.Shapes;

/// <summary>
/// Walks through the members that a parse fills, and compares each with what the schema prescribes for it. What the schema is made of, a
/// type or a text, is up to the derived class.
/// </summary>
/// <typeparam name="TSchema">What stands in the schema for a type.</typeparam>
internal abstract class ShapeComparison<TSchema>(JsonContract read, JsonReading reading)
    where TSchema : class
{
    /// <summary>Members of generic types may be of ever larger types: <c>class Level&lt;T&gt; { Level&lt;List&lt;T&gt;&gt; Next; }</c>.</summary>
    private const int MaximumDepth = 16;

    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);
    private int _depth;

    protected JsonContract Read { get; } = read;

    /// <summary>The name and the schema of what is prescribed for a member; null when that cannot be told.</summary>
    protected abstract (string Name, TSchema Schema)? PrescribedFor(TSchema owner, INamedTypeSymbol type, JsonMember member);

    /// <summary>The schema of the elements of a list or dictionary, or null when it cannot be told.</summary>
    protected abstract TSchema? ElementsOf(TSchema schema, ITypeSymbol element, bool isDictionary);

    /// <summary>The schema prescribes the names of an enum.</summary>
    protected abstract bool PrescribesNames(TSchema schema, INamedTypeSymbol type, ISymbol? member);

    /// <summary>A converter of the user's own decides what is written for the type or member.</summary>
    protected abstract bool IsConverted(ISymbol symbol);

    /// <summary>
    /// The first mismatch in a type, that of a name before those of what the members are made of; null when there is none for certain.
    /// </summary>
    public ShapeMismatch? In(TSchema schema, ITypeSymbol type) => In(schema, type, owner: null, member: null);

    private ShapeMismatch? In(TSchema schema, ITypeSymbol type, INamedTypeSymbol? owner, JsonMember? member)
    {
        if (_depth >= MaximumDepth)
        {
            return null;
        }

        _depth++;
        var mismatch = Within(schema, type.WithoutNull(), owner, member);
        _depth--;
        return mismatch;
    }

    private ShapeMismatch? Within(TSchema schema, ITypeSymbol type, INamedTypeSymbol? owner, JsonMember? member)
    {
        var isDictionary = Collections.IsDictionary(type);
        var element = isDictionary ? (type as INamedTypeSymbol)?.TypeArguments.LastOrDefault() : Collections.ElementOf(type);
        if (element is not null)
        {
            return ElementsOf(schema, element, isDictionary) is { } elements ? In(elements, element, owner, member) : null;
        }

        return type switch
        {
            INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum => OfEnum(schema, @enum, owner, member),
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named when HasShape(named) && _seen.Add(named) => OfMembers(
                schema,
                named
            ),
            _ => null,
        };
    }

    private ShapeMismatch? OfMembers(TSchema schema, INamedTypeSymbol type)
    {
        var members = Read.Members(type)
            .Where(m => !Read.HasOwnConverter(m.Symbol) && !IsConverted(m.Symbol))
            .Select(m => (Member: m, Prescribed: PrescribedFor(schema, type, m)))
            .Where(static p => p.Prescribed is not null)
            .Select(static p => (p.Member, p.Prescribed!.Value.Name, p.Prescribed!.Value.Schema))
            .ToList();
        return members
                .Where(p => !IsRead(p.Name, p.Member.Name) && !(p.Member.Parameter is { } parameter && IsRead(p.Name, parameter)))
                .Select(p => new ShapeMismatch(type, p.Member.Symbol, p.Name, p.Member.Name))
                .FirstOrDefault()
            ?? members.Select(p => In(p.Schema, p.Member.Type, type, p.Member)).FirstOrDefault(static m => m is not null);
    }

    protected bool IsRead(string prescribed, string read) =>
        string.Equals(prescribed, read, reading.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private ShapeMismatch? OfEnum(TSchema schema, INamedTypeSymbol type, INamedTypeSymbol? owner, JsonMember? member) =>
        !Read.HasOwnConverter(type)
        && !IsConverted(type)
        && PrescribesNames(schema, type, member?.Symbol)
        && !Read.ReadsNames(type, member?.Symbol)
            ? new ShapeMismatch(owner ?? type, member?.Symbol ?? type, member?.Name ?? "", member?.Name ?? "", type)
            : null;

    /// <summary>The members of the type are what a serializer reads: no library's, none that is converted, none that takes the rest.</summary>
    private bool HasShape(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.None
        && !Read.HasOwnConverter(type)
        && !IsConverted(type)
        && !Collections.IsSequence(type)
        && type.ContainingNamespace?.ToDisplayString() is var space
        && !(space == "System" || space?.StartsWith("System.", StringComparison.Ordinal) == true)
        && !type.GetMembers().Any(Read.TakesTheRest);
}
