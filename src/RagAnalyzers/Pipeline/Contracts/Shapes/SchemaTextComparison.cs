using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Serialization;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Pipeline.Contracts.Shapes;

/// <summary>
/// Compares what a parse reads into a type with a schema that is written out. A property that the schema spells otherwise, in another case
/// or with other word separators, is the same property; one that it does not have at all may be optional.
/// </summary>
internal sealed class SchemaTextComparison(JsonContract read, JsonReading reading) : ShapeComparison<JsonTextValue>(read, reading)
{
    protected override (string Name, JsonTextValue Schema)? PrescribedFor(JsonTextValue owner, INamedTypeSymbol type, JsonMember member)
    {
        if (owner["properties"] is not { Kind: JsonTextKind.Object, Properties: var properties })
        {
            return null;
        }

        // What the schema spells as another member reads it is that member's.
        var others = Read.Members(type).Where(m => m != member).ToList();
        var same =
            properties.FirstOrDefault(p => IsRead(p.Name, member.Name))
            ?? properties.FirstOrDefault(p =>
                Letters(p.Name) == Letters(member.Symbol.Name) && !others.Exists(m => IsRead(p.Name, m.Name))
            );
        return same is null ? null : (same.Name, same.Value);
    }

    protected override JsonTextValue? ElementsOf(JsonTextValue schema, ITypeSymbol element, bool isDictionary) =>
        schema[isDictionary ? "additionalProperties" : "items"] is { Kind: JsonTextKind.Object } elements ? elements : null;

    protected override bool PrescribesNames(JsonTextValue schema, INamedTypeSymbol type, ISymbol? member) =>
        StrictSchemaTypes.Of(schema).Remove("null") is ["string"];

    protected override bool IsConverted(ISymbol symbol) => false;

    private static string Letters(string name) => new(name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant).ToArray());
}
