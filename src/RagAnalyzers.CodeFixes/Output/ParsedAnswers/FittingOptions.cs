using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Output.ParsedAnswers;

/// <summary>A type in; options of System.Text.Json out that read names in any case, and enums from their names.</summary>
internal static class FittingOptions
{
    private const string Shared = "Microsoft.Extensions.AI.AIJsonUtilities";
    private const string Options = "System.Text.Json.JsonSerializerOptions";

    /// <summary>The expression and the title of the fix that passes it; null when the project has no such options.</summary>
    public static (string Expression, string Title)? For(ITypeSymbol target, Compilation compilation, TypeNames names)
    {
        if (compilation.GetTypeByMetadataName(Shared) is { } shared)
        {
            return ($"{names.Of(shared)}.DefaultOptions", "Parse with AIJsonUtilities.DefaultOptions");
        }

        if (
            compilation.GetTypeByMetadataName(Options) is not { } options
            || compilation.GetTypeByMetadataName("System.Text.Json.JsonSerializerDefaults") is not { } defaults
            || compilation.GetTypeByMetadataName(JsonSymbols.StringEnumConverter) is not { } converter
        )
        {
            return null;
        }

        if (HasEnum(target, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default)))
        {
            return (
                $"new {names.Of(options)}({names.Of(defaults)}.Web) {{ Converters = {{ new {names.Of(converter)}() }} }}",
                "Parse with options for the web and the names of enums"
            );
        }

        return options.GetMembers("Web").IsEmpty
            ? ($"new {names.Of(options)}({names.Of(defaults)}.Web)", "Parse with options for the web")
            : ($"{names.Of(options)}.Web", "Parse with JsonSerializerOptions.Web");
    }

    private static bool HasEnum(ITypeSymbol type, HashSet<ITypeSymbol> seen) =>
        seen.Add(type)
        && type switch
        {
            { TypeKind: TypeKind.Enum } => true,
            IArrayTypeSymbol array => HasEnum(array.ElementType, seen),
            INamedTypeSymbol named => named.TypeArguments.Any(t => HasEnum(t, seen))
                || (
                    named.SpecialType == SpecialType.None
                    && named.Locations.Any(static l => l.IsInSource)
                    && named.GetMembers().OfType<IPropertySymbol>().Any(p => HasEnum(p.Type, seen))
                ),
            _ => false,
        };
}
