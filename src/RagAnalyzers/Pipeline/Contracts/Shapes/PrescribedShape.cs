using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Serialization;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Pipeline.Contracts.Shapes;

/// <summary>The shape that a schema in force prescribes: that of a type, as a serializer writes it, or one that is written out.</summary>
/// <param name="Type">The type, or null.</param>
/// <param name="Writing">How the schema names the type's members, and enums.</param>
/// <param name="Text">The schema that is written out, or null.</param>
internal sealed record PrescribedShape(ITypeSymbol? Type, JsonReading? Writing, JsonTextValue? Text)
{
    /// <summary>The shape of each schema that may be in force on a call; empty when one of them cannot be seen.</summary>
    public static ImmutableArray<PrescribedShape> Of(ReachedModelCall call) => PrescribedShapeReader.Read(call);

    public static PrescribedShape OfType(ITypeSymbol type, JsonReading writing) => new(type, writing, Text: null);

    public static PrescribedShape OfText(JsonTextValue schema) => new(Type: null, Writing: null, schema);
}
