using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace RagAnalyzers.CodeFixes.Schemas;

/// <summary>A piece of JSON to be written: the shipped assemblies may not bring a JSON library along.</summary>
internal abstract record SchemaNode
{
    public static SchemaNode Null { get; } = new SchemaLiteral("null");

    public static SchemaNode False { get; } = new SchemaLiteral("false");

    public static SchemaNode Text(string value) => new SchemaLiteral(SchemaWriter.Quote(value));

    public static SchemaNode Number(object value) =>
        new SchemaLiteral(((System.IFormattable)value).ToString(null, CultureInfo.InvariantCulture));

    public static SchemaNode Array(IEnumerable<SchemaNode> items) => new SchemaArray(items.ToImmutableArray());

    public static SchemaObject Object(params (string Name, SchemaNode Value)[] members) => new(members.ToImmutableArray());
}

/// <summary>A string, number, true, false or null, already in its JSON form.</summary>
internal sealed record SchemaLiteral(string Json) : SchemaNode;

/// <summary>An array.</summary>
internal sealed record SchemaArray(ImmutableArray<SchemaNode> Items) : SchemaNode;

/// <summary>An object, its members in the order in which they are written.</summary>
internal sealed record SchemaObject(ImmutableArray<(string Name, SchemaNode Value)> Members) : SchemaNode
{
    public SchemaNode? this[string name] => Members.FirstOrDefault(member => member.Name == name).Value;

    /// <summary>This object with one more member at its end.</summary>
    public SchemaObject With(string name, SchemaNode value) => new(Members.Add((name, value)));

    /// <summary>This object with the member's value replaced.</summary>
    public SchemaObject Replace(string name, SchemaNode value) =>
        new(Members.Select(member => member.Name == name ? (name, value) : member).ToImmutableArray());
}
