using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace RagAnalyzers.CodeFixes.Schemas;

/// <summary>A piece of JSON to be written: the shipped assemblies may not bring a JSON library along.</summary>
internal abstract record JsonNode
{
    public static JsonNode Null { get; } = new JsonLiteral("null");

    public static JsonNode False { get; } = new JsonLiteral("false");

    public static JsonNode Text(string value) => new JsonLiteral(JsonWriter.Quote(value));

    public static JsonNode Number(object value)
        => new JsonLiteral(((System.IFormattable)value).ToString(null, CultureInfo.InvariantCulture));

    public static JsonNode Array(IEnumerable<JsonNode> items) => new JsonArray(items.ToImmutableArray());

    public static JsonObject Object(params (string Name, JsonNode Value)[] members) => new(members.ToImmutableArray());
}

/// <summary>A string, number, true, false or null, already in its JSON form.</summary>
internal sealed record JsonLiteral(string Json) : JsonNode;

/// <summary>An array.</summary>
internal sealed record JsonArray(ImmutableArray<JsonNode> Items) : JsonNode;

/// <summary>An object, its members in the order in which they are written.</summary>
internal sealed record JsonObject(ImmutableArray<(string Name, JsonNode Value)> Members) : JsonNode
{
    public JsonNode? this[string name] => Members.FirstOrDefault(member => member.Name == name).Value;

    /// <summary>This object with one more member at its end.</summary>
    public JsonObject With(string name, JsonNode value) => new(Members.Add((name, value)));

    /// <summary>This object with the member's value replaced.</summary>
    public JsonObject Replace(string name, JsonNode value)
        => new(Members.Select(member => member.Name == name ? (name, value) : member).ToImmutableArray());
}
