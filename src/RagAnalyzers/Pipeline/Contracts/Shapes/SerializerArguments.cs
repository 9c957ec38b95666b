using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Contracts.Shapes;

/// <summary>Which arguments tell a serializer how to read and write.</summary>
internal static class SerializerArguments
{
    private static readonly string[] Settings =
    {
        "System.Text.Json.JsonSerializerOptions",
        "System.Text.Json.Serialization.JsonSerializerContext",
        "System.Text.Json.Serialization.Metadata.JsonTypeInfo",
        "Newtonsoft.Json.JsonSerializerSettings",
    };

    /// <summary>The argument is one of them, and is passed.</summary>
    public static bool Are(IArgumentOperation argument) =>
        argument.ArgumentKind != ArgumentKind.DefaultValue
        && argument.Parameter is { } parameter
        && (Settings.Any(s => parameter.Type.IsOrInherits(s)) || AreConverters(parameter.Type, argument));

    /// <summary>Newtonsoft.Json takes converters in the settings' place.</summary>
    private static bool AreConverters(ITypeSymbol type, IArgumentOperation argument) =>
        type is IArrayTypeSymbol { ElementType: { } element }
        && element.HasFullName("Newtonsoft.Json.JsonConverter")
        && argument.Value is not IArrayCreationOperation { Initializer.ElementValues.IsEmpty: true };
}
