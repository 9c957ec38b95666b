using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Serialization;

/// <summary>What single settings of the JSON libraries, and the instances that they share, mean for names and values.</summary>
internal static class KnownSettings
{
    public const string DefaultResolver = "System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver";

    private static readonly ImmutableHashSet<string> WithoutEffectOnShape = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "AllowDuplicateProperties",
        "AllowTrailingCommas",
        "DefaultBufferSize",
        "DefaultIgnoreCondition",
        "DictionaryKeyPolicy",
        "Encoder",
        "IgnoreNullValues",
        "IgnoreReadOnlyFields",
        "IgnoreReadOnlyProperties",
        "IndentCharacter",
        "IndentSize",
        "MaxDepth",
        "NewLine",
        "NumberHandling",
        "ReadCommentHandling",
        "RespectNullableAnnotations",
        "RespectRequiredConstructorParameters",
        "UnmappedMemberHandling",
        "WriteIndented",
        // Newtonsoft.Json
        "Formatting",
        "NullValueHandling",
        "MissingMemberHandling",
        "DateParseHandling",
        "DateTimeZoneHandling",
        "FloatParseHandling",
        "Culture",
        "StringEscapeHandling",
        "ReferenceLoopHandling"
    );

    /// <summary>The setting of that name changes neither names nor the form of values.</summary>
    public static bool LeavesShapeAlone(string member) => WithoutEffectOnShape.Contains(member);

    /// <summary>A resolver of Newtonsoft.Json that matches names in any case, as the library does without one.</summary>
    public static bool IsPlainNewtonsoftResolver(string? type) =>
        type
            is "Newtonsoft.Json.Serialization.DefaultContractResolver"
                or "Newtonsoft.Json.Serialization.CamelCasePropertyNamesContractResolver";

    /// <summary>The instances that System.Text.Json itself shares, and that of Microsoft.Extensions.AI; null for anything else.</summary>
    public static JsonReading? Shared(ISymbol? symbol) =>
        symbol switch
        {
            IPropertySymbol { IsStatic: true, ContainingType.Name: "JsonSerializerOptions" } property => Defaults(property.Name),
            IPropertySymbol
            {
                IsStatic: true,
                Name: "DefaultOptions",
                ContainingType: { Name: "AIJsonUtilities", ContainingNamespace.Name: "AI" }
            } => JsonReading.ExtensionsAIDefault,
            _ => null,
        };

    /// <summary>What options of that name begin with: of <c>JsonSerializerDefaults</c>, or shared ones.</summary>
    public static JsonReading? Defaults(string name) =>
        name switch
        {
            "Default" or "General" or "Strict" => JsonReading.Default,
            "Web" => JsonReading.Web,
            _ => null,
        };

    /// <summary>One of the naming policies of System.Text.Json, by its property; null for anything else.</summary>
    public static JsonNaming? Naming(ISymbol? policy) =>
        policy is IPropertySymbol { IsStatic: true, ContainingType.Name: "JsonNamingPolicy" } ? Naming(policy.Name) : null;

    /// <summary>The naming policy of that name.</summary>
    public static JsonNaming? Naming(string name) =>
        name switch
        {
            "CamelCase" => JsonNaming.CamelCase,
            "SnakeCaseLower" => JsonNaming.SnakeCaseLower,
            "SnakeCaseUpper" => JsonNaming.SnakeCaseUpper,
            "KebabCaseLower" => JsonNaming.KebabCaseLower,
            "KebabCaseUpper" => JsonNaming.KebabCaseUpper,
            _ => null,
        };
}
