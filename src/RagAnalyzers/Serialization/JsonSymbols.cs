using System;
using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Serialization;

/// <summary>
/// The attributes and types of the JSON libraries, resolved in one compilation, so that look-alikes of the same name count for nothing.
/// </summary>
internal sealed class JsonSymbols(Compilation compilation)
{
    private const string SystemTextJson = "System.Text.Json.Serialization.";
    private const string Newtonsoft = "Newtonsoft.Json.";

    public const string PropertyName = SystemTextJson + "JsonPropertyNameAttribute";
    public const string PropertyOrder = SystemTextJson + "JsonPropertyOrderAttribute";
    public const string Ignore = SystemTextJson + "JsonIgnoreAttribute";
    public const string Include = SystemTextJson + "JsonIncludeAttribute";
    public const string Constructor = SystemTextJson + "JsonConstructorAttribute";
    public const string Converter = SystemTextJson + "JsonConverterAttribute";
    public const string ExtensionData = SystemTextJson + "JsonExtensionDataAttribute";
    public const string StringEnumConverter = SystemTextJson + "JsonStringEnumConverter";
    public const string StringEnumConverterOf = SystemTextJson + "JsonStringEnumConverter`1";
    public const string Polymorphic = SystemTextJson + "JsonPolymorphicAttribute";
    public const string DerivedType = SystemTextJson + "JsonDerivedTypeAttribute";
    public const string EnumMemberName = SystemTextJson + "JsonStringEnumMemberNameAttribute";

    public const string NewtonsoftProperty = Newtonsoft + "JsonPropertyAttribute";
    public const string NewtonsoftIgnore = Newtonsoft + "JsonIgnoreAttribute";
    public const string NewtonsoftObject = Newtonsoft + "JsonObjectAttribute";
    public const string NewtonsoftConstructor = Newtonsoft + "JsonConstructorAttribute";
    public const string NewtonsoftConverter = Newtonsoft + "JsonConverterAttribute";
    public const string NewtonsoftExtensionData = Newtonsoft + "JsonExtensionDataAttribute";
    public const string NewtonsoftStringEnumConverter = Newtonsoft + "Converters.StringEnumConverter";

    public const string DataContract = "System.Runtime.Serialization.DataContractAttribute";
    public const string DataMember = "System.Runtime.Serialization.DataMemberAttribute";
    public const string IgnoreDataMember = "System.Runtime.Serialization.IgnoreDataMemberAttribute";
    public const string EnumMember = "System.Runtime.Serialization.EnumMemberAttribute";
    public const string Description = "System.ComponentModel.DescriptionAttribute";

    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _types = new(StringComparer.Ordinal);

    public INamedTypeSymbol? this[string metadataName] => _types.GetOrAdd(metadataName, compilation.GetTypeByMetadataName);

    public bool Is(ITypeSymbol? type, string metadataName) =>
        type is not null && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, this[metadataName]);

    /// <summary>An attribute that derives from this one: what it does is its own business.</summary>
    public bool HasDerived(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(data => data.AttributeClass?.BaseType.AndBaseTypes().Any(type => Is(type, attribute)) == true);

    /// <summary>The attribute says that objects of derived types stand in the place of the type's.</summary>
    public bool IsPolymorphic(AttributeData attribute) =>
        Is(attribute.AttributeClass, Polymorphic) || Is(attribute.AttributeClass, DerivedType);

    public bool Has(ISymbol symbol, string attribute) => Find(symbol, attribute) is not null;

    public AttributeData? Find(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(data => Is(data.AttributeClass, attribute));

    /// <summary>The attribute's first constructor argument or the named one, when it is a string.</summary>
    public string? Text(ISymbol symbol, string attribute, string? named = null)
    {
        if (Find(symbol, attribute) is not { } data)
        {
            return null;
        }

        if (named is not null && Named(data, named)?.Value is string byName)
        {
            return byName;
        }

        return data.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string first } ? first : null;
    }

    /// <summary>The attribute's first constructor argument or the named one, when it is a number or an enum value.</summary>
    public int? Number(ISymbol symbol, string attribute, string? named = null)
    {
        if (Find(symbol, attribute) is not { } data)
        {
            return null;
        }

        if (named is not null)
        {
            return Named(data, named)?.Value as int?;
        }

        return data.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum } first
            ? first.Value as int?
            : null;
    }

    /// <summary>The converter that the attribute puts on the type or member, or null.</summary>
    public ITypeSymbol? ConverterOn(ISymbol symbol, string attribute) =>
        Find(symbol, attribute)?.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Type } first
            ? first.Value as ITypeSymbol
            : null;

    private static TypedConstant? Named(AttributeData data, string name)
    {
        foreach (var argument in data.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
