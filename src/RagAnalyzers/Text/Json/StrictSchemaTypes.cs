using System;
using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Text.Json;

/// <summary>The types that a schema names.</summary>
internal static class StrictSchemaTypes
{
    private static readonly string[] InsteadOfType = ["$ref", "anyOf", "enum", "const", "oneOf", "allOf", "not", "if"];

    /// <summary>The names in "type", be it one or an array of them.</summary>
    public static ImmutableArray<string> Of(JsonTextValue schema) =>
        schema["type"] switch
        {
            { Kind: JsonTextKind.String, Text: { } one } => ImmutableArray.Create(one),
            { Kind: JsonTextKind.Array } several => several.Items.Select(static i => i.Text).OfType<string>().ToImmutableArray(),
            _ => ImmutableArray<string>.Empty,
        };

    /// <summary>The schema says what it takes in another way than by a type.</summary>
    public static bool SaysOtherwise(JsonTextValue schema) => Array.Exists(InsteadOfType, k => schema[k] is not null);

    /// <summary>
    /// The edits after which the schema takes null as well: OpenAI's documented form of an optional property. Null when there is no safe
    /// edit.
    /// </summary>
    public static ImmutableArray<JsonTextEdit>? MakeNullable(JsonTextValue schema, JsonTextStyle style)
    {
        if (schema.Kind != JsonTextKind.Object || schema["const"] is not null)
        {
            return null;
        }

        var edits = ImmutableArray.CreateBuilder<JsonTextEdit>();
        if (schema["anyOf"] is { Kind: JsonTextKind.Array, Items.IsEmpty: false } choices)
        {
            if (!choices.Items.Any(static c => c.Kind == JsonTextKind.Object && Of(c).Contains("null")))
            {
                edits.Add(style.Append(choices, style.Object("type", "\"null\"")));
            }

            return edits.ToImmutable();
        }

        if (schema["$ref"] is not null)
        {
            edits.Add(new JsonTextEdit(schema.Start, 0, "{ \"anyOf\": [ "));
            edits.Add(new JsonTextEdit(schema.End, 0, $", {style.Object("type", "\"null\"")} ] }}"));
            return edits.ToImmutable();
        }

        if (schema["type"] is not { } type || Of(schema).IsEmpty)
        {
            return null;
        }

        if (!Of(schema).Contains("null"))
        {
            edits.Add(
                type.Kind == JsonTextKind.Array
                    ? style.Append(type, "\"null\"")
                    : new JsonTextEdit(type.Start, type.End - type.Start, style.Array([JsonTextStyle.Quoted(type.Text!), "\"null\""]))
            );
        }

        if (schema["enum"] is { Kind: JsonTextKind.Array } values && !values.Items.Any(static v => v.Kind == JsonTextKind.Null))
        {
            edits.Add(style.Append(values, "null"));
        }

        return edits.ToImmutable();
    }
}
