using System.Text.Json;
using System.Text.Json.Nodes;

namespace RagAnalyzers.Tests.CodeFixes.Schemas;

/// <summary>A schema in, an answer that it admits out: arrays with one element as long as they do not recurse, nothing null.</summary>
internal static class SampleAnswer
{
    public static JsonNode Of(JsonElement schema) => Value(schema, schema, depth: 0);

    private static JsonNode Value(JsonElement schema, JsonElement root, int depth)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var path = reference.GetString()!;
            return Value(path == "#" ? root : root.GetProperty("$defs").GetProperty(path["#/$defs/".Length..]), root, depth + 1);
        }

        if (schema.TryGetProperty("anyOf", out var choices))
        {
            return Value(choices[0], root, depth);
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            return JsonNode.Parse(values[0].GetRawText())!;
        }

        var type = schema.GetProperty("type");
        return TypeIn(type) switch
        {
            "object" => new JsonObject(
                schema
                    .GetProperty("properties")
                    .EnumerateObject()
                    .Select(property => KeyValuePair.Create(property.Name, (JsonNode?)Value(property.Value, root, depth)))
            ),
            "array" => depth > 2 ? new JsonArray() : new JsonArray(Value(schema.GetProperty("items"), root, depth + 1)),
            "integer" => JsonValue.Create(7),
            "number" => JsonValue.Create(1.5),
            "boolean" => JsonValue.Create(true),
            _ => JsonValue.Create(Text(schema)),
        };
    }

    /// <summary>A number that may also be written as text is taken as a number.</summary>
    private static string? TypeIn(JsonElement type)
    {
        if (type.ValueKind != JsonValueKind.Array)
        {
            return type.GetString();
        }

        var all = type.EnumerateArray().Select(one => one.GetString()).ToList();
        return all.Find(one => one is "integer" or "number") ?? all[0];
    }

    private static string Text(JsonElement schema)
    {
        var hint =
            schema.TryGetProperty("format", out var keyword)
            || schema.TryGetProperty("pattern", out keyword)
            || schema.TryGetProperty("description", out keyword)
                ? keyword.GetString()!
                : "";
        return hint switch
        {
            "date-time" => "2026-01-02T03:04:05Z",
            "date" => "2026-01-02",
            "uuid" => "7f8a4b1e-0c5d-4f7e-9a3b-2d1c0e9f8a7b",
            "A URI" => "https://example.org/",
            "One character" => "x",
            _ when hint.StartsWith('^') => "03:04:05",
            _ when hint.StartsWith("A version") => "1.2.3",
            _ => "text",
        };
    }
}
