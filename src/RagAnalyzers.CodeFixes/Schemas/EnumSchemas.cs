using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Schemas;

/// <summary>
/// Enums in, their schemas out: names where the parse reads names, numbers (with their meaning spelt out) where it reads numbers.
/// </summary>
internal static class EnumSchemas
{
    /// <summary>The schema, or a refusal.</summary>
    public static SchemaObject? SchemaOf(INamedTypeSymbol type, ISymbol? member, JsonContract contract, out string? refusal)
    {
        refusal = null;
        var values = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).ToList();
        if (values.Count == 0)
        {
            refusal = $"the enum '{type.Name}' has no values";
            return null;
        }

        var isFlags = type.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == "System.FlagsAttribute");
        if (contract.ReadsNames(type, member))
        {
            if (isFlags)
            {
                refusal = $"a combination of '{type.Name}' flags is not one of its names";
                return null;
            }

            return SchemaNode.Object(
                ("type", SchemaNode.Text("string")),
                ("enum", SchemaNode.Array(values.Select(contract.NameOf).Distinct().Select(SchemaNode.Text)))
            );
        }

        var distinct = values.GroupBy(value => value.ConstantValue!).Select(group => group.First()).ToList();
        var meaning = string.Join(
            ", ",
            distinct.Select(value => $"{((SchemaLiteral)SchemaNode.Number(value.ConstantValue!)).Json} = {value.Name}")
        );
        var members = new List<(string, SchemaNode)> { ("type", SchemaNode.Text("integer")) };
        if (!isFlags)
        {
            members.Add(("enum", SchemaNode.Array(distinct.Select(value => SchemaNode.Number(value.ConstantValue!)))));
        }

        members.Add(("description", SchemaNode.Text(meaning)));
        return SchemaNode.Object([.. members]);
    }
}
