using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Schemas;

/// <summary>
/// The type that an answer is parsed into goes in; out comes a JSON schema of the strict subset (object root, every property
/// required, no additional properties) that admits exactly what the parse reads, or the reason why there is none.
/// </summary>
internal sealed class SchemaGenerator
{
    // The service's own limit.
    private const int MaxDepth = 10;

    private readonly JsonSymbols _symbols;
    private readonly JsonContract _contract;
    private readonly bool _formats;
    private readonly List<INamedTypeSymbol> _open = [];
    private readonly Dictionary<ITypeSymbol, string> _recursive = new(SymbolEqualityComparer.Default);
    private readonly List<(string Name, SchemaNode Schema)> _definitions = [];
    private int _lists;
    private string? _refusal;

    private SchemaGenerator(JsonSymbols symbols, JsonReading reading, bool formats)
    {
        _symbols = symbols;
        _contract = JsonContract.For(symbols, reading);
        _formats = formats;
    }

    /// <summary>Generates the schema of <paramref name="root"/>.</summary>
    /// <param name="reading">How the parse reads JSON.</param>
    /// <param name="formats">The service accepts the "format" and "pattern" keywords.</param>
    public static JsonSchema Generate(Compilation compilation, ITypeSymbol root, JsonReading reading, bool formats = true)
    {
        var generator = new SchemaGenerator(new JsonSymbols(compilation), reading, formats);
        if (WhyNoObject(root) is { } reason)
        {
            return new JsonSchema(null, reason);
        }

        var schema = generator.ObjectSchema((INamedTypeSymbol)root);
        if (schema is not null && generator._definitions.Count > 0)
        {
            schema = schema.With("$defs", new SchemaObject(generator._definitions.ToImmutableArray()));
        }

        return new JsonSchema(schema is null ? null : SchemaWriter.Write(schema), schema is null ? generator._refusal : null);
    }

    /// <summary>Why JSON for the type would not be an object with known properties, or null when it would.</summary>
    public static string? WhyNoObject(ITypeSymbol type)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (
            type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsStatic: false } named
            || named.IsAnonymousType
            || named.IsTupleType
            || named.IsUnboundGenericType
            || type.SpecialType != SpecialType.None
            || type.IsRefLikeType
            || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        )
        {
            return $"'{name}' is not a class or struct with properties";
        }

        if (named.TypeArguments.Any(argument => argument.TypeKind is TypeKind.TypeParameter or TypeKind.Error))
        {
            return $"'{name}' is not known before the program runs";
        }

        if (Scalars.SchemaOf(type, formats: true) is not null)
        {
            return $"'{name}' is a single value";
        }

        if (Collections.IsDictionary(type))
        {
            return $"'{name}' is a dictionary; its keys are not known";
        }

        if (Collections.IsSequence(type))
        {
            return $"'{name}' is a sequence";
        }

        return IsUntyped(named) ? $"'{name}' has no properties of its own" : null;
    }

    private SchemaNode? SchemaOf(ITypeSymbol type, ISymbol? member)
    {
        if (member is not null && _contract.HasOwnConverter(member))
        {
            return Refuse($"'{member.Name}' has a converter of its own");
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return OrNull(ValueSchema(nullable.TypeArguments[0], member));
        }

        var schema = ValueSchema(type, member);
        return type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? OrNull(schema) : schema;
    }

    private SchemaNode? ValueSchema(ITypeSymbol type, ISymbol? member)
    {
        if (type is { TypeKind: TypeKind.Enum } and INamedTypeSymbol enumType)
        {
            if (_contract.HasOwnConverter(enumType))
            {
                return Refuse($"'{enumType.Name}' has a converter of its own");
            }

            return EnumSchemas.SchemaOf(enumType, member, _contract, out var refusal) ?? Refuse(refusal!);
        }

        if (Scalars.SchemaOf(type, _formats) is { } scalar)
        {
            return scalar;
        }

        if (Collections.IsDictionary(type))
        {
            return Refuse($"'{Name(type, member)}' is a dictionary; its keys are not known");
        }

        if (Collections.IsSequence(type))
        {
            return ArraySchema(type, member);
        }

        if (WhyNoObject(type) is { } reason)
        {
            return Refuse(reason);
        }

        return Reference((INamedTypeSymbol)type);
    }

    private SchemaNode? ArraySchema(ITypeSymbol type, ISymbol? member)
    {
        if (Collections.ElementOf(type) is not { } element)
        {
            return Refuse($"'{Name(type, member)}' is a sequence that JSON is not read into");
        }

        if (type is IArrayTypeSymbol && element.SpecialType == SpecialType.System_Byte)
        {
            return Refuse($"'{Name(type, member)}' is binary");
        }

        // `class Branch : List<Branch>` is lists of lists without end.
        if (_lists >= MaxDepth)
        {
            return Refuse($"'{Name(type, member)}' is nested too deeply");
        }

        _lists++;
        var schema = SchemaOf(element, member: null);
        _lists--;
        return schema is { } items ? SchemaNode.Object(("type", SchemaNode.Text("array")), ("items", items)) : null;
    }

    /// <summary>An object in its place, or a reference to it when it contains itself.</summary>
    private SchemaNode? Reference(INamedTypeSymbol type)
    {
        if (_recursive.TryGetValue(type, out var known))
        {
            return ReferenceTo(known);
        }

        if (_open.Count > 0 && SymbolEqualityComparer.Default.Equals(_open[0], type))
        {
            return SchemaNode.Object(("$ref", SchemaNode.Text("#")));
        }

        if (_open.Contains(type, SymbolEqualityComparer.Default))
        {
            var name = _recursive.ContainsValue(type.Name) ? $"{type.Name}{_recursive.Count + 1}" : type.Name;
            _recursive.Add(type, name);
            return ReferenceTo(name);
        }

        var schema = ObjectSchema(type);
        if (schema is null || !_recursive.TryGetValue(type, out known))
        {
            return schema;
        }

        _definitions.Add((known, schema));
        return ReferenceTo(known);
    }

    private SchemaObject? ObjectSchema(INamedTypeSymbol type)
    {
        if (_contract.HasOwnConverter(type))
        {
            return Refuse($"'{type.Name}' has a converter of its own");
        }

        if (_contract.WhyNotConstructible(type) is { } reason)
        {
            return Refuse(reason);
        }

        var members = _contract.Members(type);
        if (members.IsEmpty)
        {
            return Refuse($"'{type.Name}' has no properties that are read");
        }

        if (members.GroupBy(member => member.Name).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            return Refuse($"'{type.Name}' has two properties named '{twice.Key}'");
        }

        if (_open.Count == MaxDepth)
        {
            return Refuse($"'{_open[0].Name}' is nested deeper than a schema may be");
        }

        _open.Add(type);
        var properties = ImmutableArray.CreateBuilder<(string, SchemaNode)>(members.Length);
        foreach (var member in members)
        {
            if (SchemaOf(member.Type, member.Symbol) is not { } schema)
            {
                return null;
            }

            properties.Add((member.Name, Described(schema, member.Symbol)));
        }

        _open.RemoveAt(_open.Count - 1);
        var result = SchemaNode.Object(
            ("type", SchemaNode.Text("object")),
            ("properties", new SchemaObject(properties.ToImmutable())),
            ("required", SchemaNode.Array(members.Select(member => SchemaNode.Text(member.Name)))),
            ("additionalProperties", SchemaNode.False)
        );
        return (SchemaObject)Described(result, type);
    }

    /// <summary>The schema with the text of the symbol's DescriptionAttribute; a reference may not carry one.</summary>
    private SchemaNode Described(SchemaNode schema, ISymbol symbol)
    {
        if (
            schema is not SchemaObject o
            || o["$ref"] is not null
            || _symbols.Text(symbol, JsonSymbols.Description) is not { Length: > 0 } text
        )
        {
            return schema;
        }

        if (o["description"] is not SchemaLiteral known)
        {
            return o.With("description", SchemaNode.Text(text));
        }
        // The member's own words, then what the type had to add (the meaning of an enum's numbers).
        var added = known.Json.Substring(1, known.Json.Length - 2);
        var own = SchemaWriter.Quote(text);
        return o.Replace("description", new SchemaLiteral($"{own.Substring(0, own.Length - 1)} ({added})\""));
    }

    private static SchemaNode? OrNull(SchemaNode? schema)
    {
        var nullType = SchemaNode.Text("null");
        if (schema is not SchemaObject o)
        {
            return schema;
        }

        if (o["type"] is not SchemaLiteral type || o["properties"] is not null)
        {
            return SchemaNode.Object(("anyOf", SchemaNode.Array([schema, SchemaNode.Object(("type", nullType))])));
        }

        var nullable = o.Replace("type", SchemaNode.Array([type, nullType]));
        return o["enum"] is SchemaArray values ? nullable.Replace("enum", SchemaNode.Array(values.Items.Add(SchemaNode.Null))) : nullable;
    }

    /// <summary>Types that stand for JSON of any shape.</summary>
    private static bool IsUntyped(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString()
            is "System.Text.Json"
                or "System.Text.Json.Nodes"
                or "Newtonsoft.Json.Linq"
                or "System.Dynamic"
        || type.TypeKind == TypeKind.Dynamic;

    private static SchemaObject ReferenceTo(string definition) => SchemaNode.Object(("$ref", SchemaNode.Text($"#/$defs/{definition}")));

    private static string Name(ITypeSymbol type, ISymbol? member) =>
        member?.Name ?? type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private SchemaObject? Refuse(string reason)
    {
        _refusal ??= reason;
        return null;
    }
}
