using System.Text.Json;

namespace RagAnalyzers.Tests.CodeFixes.Schemas;

/// <summary>
/// The rules of the strict subset, checked on a schema: object root, every property required, nothing additional, known keywords only.
/// </summary>
internal static class StrictSubset
{
    private static readonly HashSet<string> s_keywords =
    [
        "type",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "enum",
        "anyOf",
        "description",
        "format",
        "pattern",
        "$ref",
        "$defs",
    ];

    public static void Check(JsonElement root)
    {
        Assert.Equal("object", root.GetProperty("type").GetString());
        CheckSchema(root, root);
    }

    private static void CheckSchema(JsonElement schema, JsonElement root)
    {
        Assert.All(schema.EnumerateObject(), keyword => Assert.Contains(keyword.Name, s_keywords));
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Assert.Single(schema.EnumerateObject());
            var path = reference.GetString()!;
            Assert.True(path == "#" || root.GetProperty("$defs").TryGetProperty(path["#/$defs/".Length..], out _), path);
        }

        if (schema.TryGetProperty("properties", out var properties))
        {
            Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
            Assert.Equal(
                properties.EnumerateObject().Select(property => property.Name),
                schema.GetProperty("required").EnumerateArray().Select(name => name.GetString())
            );
            foreach (var property in properties.EnumerateObject())
            {
                CheckSchema(property.Value, root);
            }
        }

        if (schema.TryGetProperty("items", out var items))
        {
            CheckSchema(items, root);
        }

        if (schema.TryGetProperty("anyOf", out var choices))
        {
            Assert.All(choices.EnumerateArray(), choice => CheckSchema(choice, root));
        }

        if (schema.TryGetProperty("$defs", out var definitions))
        {
            Assert.All(definitions.EnumerateObject(), definition => CheckSchema(definition.Value, root));
        }
    }
}
