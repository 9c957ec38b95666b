using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.Pipeline.Contracts.Shapes;

/// <summary>
/// Reads contexts whose source the compiler generates: <c>MovieContext.Default.Movie</c> or <c>MovieContext.Default</c> in; what the
/// attribute on the context says out, or null when it is another instance.
/// </summary>
internal static class SerializerContexts
{
    private const string Context = "System.Text.Json.Serialization.JsonSerializerContext";
    private const string TypeInfo = "System.Text.Json.Serialization.Metadata.JsonTypeInfo";
    private const string Attribute = "System.Text.Json.Serialization.JsonSourceGenerationOptionsAttribute";

    public static bool MayBe(IOperation settings) =>
        settings.Unwrapped().Type is { } type && (type.IsOrInherits(Context) || type.IsOrInherits(TypeInfo));

    /// <summary>What the generator makes of a context's members is code like any other, and nothing is to be learnt from it.</summary>
    public static JsonReading? ReadingOf(Picture picture, IOperation settings) =>
        (
            ContextOf(settings.Unwrapped())
            ?? (
                settings.Unwrapped() is ILocalReferenceOperation
                && picture.BodyOf(settings).Index.ReferencesTo(((ILocalReferenceOperation)settings.Unwrapped()).Local)
                    is [IVariableDeclaratorOperation { Initializer.Value: { } value }, ..]
                    ? ContextOf(value.Unwrapped())
                    : null
            )
        )
            is { } context
            ? ReadingOf(context)
            : null;

    private static INamedTypeSymbol? ContextOf(IOperation value) =>
        value switch
        {
            IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Default", Type: INamedTypeSymbol type } property }
                when type.IsOrInherits(Context) && SymbolEqualityComparer.Default.Equals(type, property.ContainingType) => type,
            IPropertyReferenceOperation { Property.Type: { } type, Instance: { } context } when type.IsOrInherits(TypeInfo) => ContextOf(
                context.Unwrapped()
            ),
            _ => null,
        };

    private static JsonReading? ReadingOf(INamedTypeSymbol context)
    {
        if (context.GetAttributes().FirstOrDefault(static a => a.AttributeClass.HasFullName(Attribute)) is not { } attribute)
        {
            return JsonReading.Default;
        }

        var reading = JsonReading.Default;
        if (attribute.ConstructorArguments is [{ } defaults])
        {
            if (NameOf(defaults) is not { } name || KnownSettings.Defaults(name) is not { } start)
            {
                return null;
            }

            reading = start;
        }

        foreach (var set in attribute.NamedArguments)
        {
            var next = (set.Key, set.Value.Value) switch
            {
                ("PropertyNameCaseInsensitive", bool ignores) => reading with { IgnoresCase = ignores },
                ("UseStringEnumConverter", bool names) => reading with { StringEnums = names },
                ("IncludeFields", bool fields) => reading with { Fields = fields },
                ("PropertyNamingPolicy", not null) => NameOf(set.Value) switch
                {
                    "Unspecified" => reading,
                    { } policy when KnownSettings.Naming(policy) is { } naming => reading with { Naming = naming },
                    _ => null,
                },
                ("Converters", _) => null,
                _ => reading,
            };
            if (next is null)
            {
                return null;
            }

            reading = next;
        }

        return reading;
    }

    /// <summary>The name of an enum value.</summary>
    private static string? NameOf(TypedConstant value) =>
        value is { Kind: TypedConstantKind.Enum, Type: { } type }
            ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value.Value))?.Name
            : null;
}
