using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.CodeFixes.Schemas;

/// <summary>Types that are a single JSON value in; the schema of that value out.</summary>
internal static class Scalars
{
    private const string TimeSpanPattern = @"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$";
    private const string TimePattern = @"^\d{2}:\d{2}:\d{2}(\.\d{1,7})?$";

    private static readonly ImmutableDictionary<string, Text> Texts = new (string Type, Text Text)[]
    {
        ("System.DateTimeOffset", new Text("format", "date-time", "An ISO 8601 date and time")),
        ("System.DateOnly", new Text("format", "date", "An ISO 8601 date")),
        // Not the "time" and "duration" formats: those allow what a parser does not read (an offset, "PT1H").
        ("System.TimeOnly", new Text("pattern", TimePattern, "A time, hh:mm:ss")),
        ("System.TimeSpan", new Text("pattern", TimeSpanPattern, "A time span, [-][d.]hh:mm:ss")),
        ("System.Guid", new Text("format", "uuid", "A UUID")),
        ("System.Uri", new Text(null, null, "A URI")),
        ("System.Version", new Text(null, null, "A version, major.minor[.build[.revision]]")),
    }.ToImmutableDictionary(entry => entry.Type, entry => entry.Text);

    /// <summary>The schema, or null when the type is no single value.</summary>
    /// <param name="formats">The service accepts "format" and "pattern"; otherwise the description says it.</param>
    public static SchemaObject? SchemaOf(ITypeSymbol type, bool formats)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean:
                return Of("boolean");
            case SpecialType.System_SByte
            or SpecialType.System_Byte
            or SpecialType.System_Int16
            or SpecialType.System_UInt16
            or SpecialType.System_Int32
            or SpecialType.System_UInt32
            or SpecialType.System_Int64
            or SpecialType.System_UInt64:
                return Of("integer");
            case SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal:
                return Of("number");
            case SpecialType.System_String:
                return Of("string");
            case SpecialType.System_Char:
                return Of("string").With("description", SchemaNode.Text("One character"));
            case SpecialType.System_DateTime:
                return TextSchema(Texts["System.DateTimeOffset"], formats);
        }

        return type.ToDisplayString() switch
        {
            "System.Half" => Of("number"),
            "System.Int128" or "System.UInt128" => Of("integer"),
            var name when Texts.TryGetValue(name.TrimEnd('?'), out var text) => TextSchema(text, formats),
            _ => null,
        };
    }

    private static SchemaObject TextSchema(Text text, bool formats) =>
        formats && text.Keyword is not null
            ? Of("string").With(text.Keyword, SchemaNode.Text(text.Value!))
            : Of("string").With("description", SchemaNode.Text(text.Description));

    private static SchemaObject Of(string type) => SchemaNode.Object(("type", SchemaNode.Text(type)));

    private sealed record Text(string? Keyword, string? Value, string Description);
}
