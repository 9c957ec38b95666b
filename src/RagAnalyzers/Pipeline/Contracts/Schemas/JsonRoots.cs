using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Pipeline.Contracts.Schemas;

/// <summary>What stands at the root of a type's JSON schema, as System.Text.Json writes the type.</summary>
internal static class JsonRoots
{
    private const string Converter = "System.Text.Json.Serialization.JsonConverterAttribute";

    private static readonly ImmutableHashSet<string> Texts = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "System.DateTimeOffset",
        "System.DateOnly",
        "System.TimeOnly",
        "System.TimeSpan",
        "System.Guid",
        "System.Uri",
        "System.Version"
    );

    /// <summary>The root of a type's schema; unknown where a converter decides, or the library that owns the type.</summary>
    public static JsonRoot Of(ITypeSymbol type)
    {
        switch (type.WithoutNull())
        {
            case IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte }:
                return JsonRoot.Text;
            case IArrayTypeSymbol { Rank: 1, ElementType.TypeKind: not (TypeKind.Error or TypeKind.Pointer) }:
                return JsonRoot.Array;
            case { SpecialType: SpecialType.System_String or SpecialType.System_Char or SpecialType.System_DateTime }:
                return JsonRoot.Text;
            case { SpecialType: SpecialType.System_Boolean }:
                return JsonRoot.Truth;
            case { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double }:
                return JsonRoot.Number;
            case INamedTypeSymbol
            {
                SpecialType: SpecialType.None
                    or SpecialType.System_Collections_IEnumerable
                    or >= SpecialType.System_Collections_Generic_IEnumerable_T
                    and <= SpecialType.System_Collections_Generic_IReadOnlyCollection_T
            } named:
                return OfNamed(named);
            default:
                return JsonRoot.Unknown;
        }
    }

    private static JsonRoot OfNamed(INamedTypeSymbol type)
    {
        if (
            type.GetAttributes().Any(static a => a.AttributeClass is { } attribute && attribute.IsOrInherits(Converter))
            || type.TypeKind == TypeKind.Error
        )
        {
            return JsonRoot.Unknown;
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return JsonRoot.Enum;
        }

        if (Texts.Contains(type.FullName()))
        {
            return JsonRoot.Text;
        }

        var space = type.FullNamespace();
        if (space.StartsWith("System.Text.Json", StringComparison.Ordinal) || space.StartsWith("Newtonsoft.", StringComparison.Ordinal))
        {
            return JsonRoot.Unknown;
        }

        if (
            Implements(type, "System.Collections.Generic.IDictionary")
            || Implements(type, "System.Collections.Generic.IReadOnlyDictionary")
            || Implements(type, "System.Collections.IDictionary")
        )
        {
            return JsonRoot.Dictionary;
        }

        return Implements(type, "System.Collections.Generic.IEnumerable") ? JsonRoot.Array : JsonRoot.Unknown;
    }

    /// <summary>The root of a schema that is written out; unknown where it is an object, or says neither.</summary>
    public static JsonRoot Of(string schema)
    {
        JsonTextValue root;
        try
        {
            root = JsonTextReader.Read(schema);
        }
        catch (JsonTextException)
        {
            return JsonRoot.Unknown;
        }

        var types = StrictSchemaTypes.Of(root).Remove("null");
        return types is not [var only]
            ? JsonRoot.Unknown
            : only switch
            {
                "array" => JsonRoot.Array,
                "string" => root["enum"] is null ? JsonRoot.Text : JsonRoot.Enum,
                "integer" or "number" => JsonRoot.Number,
                "boolean" => JsonRoot.Truth,
                _ => JsonRoot.Unknown,
            };
    }

    private static bool Implements(INamedTypeSymbol type, string face) =>
        type.HasFullName(face) || type.AllInterfaces.Any(i => i.HasFullName(face));
}
