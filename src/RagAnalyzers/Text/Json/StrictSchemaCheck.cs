using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Text.Json;

/// <summary>
/// A schema in, what keeps it out of the strict subset out, in the order of the text. The subset: an object as root, every property in
/// <c>required</c>, <c>additionalProperties: false</c> on every object, none of the keywords in <see cref="StrictSubset"/>, a type for
/// everything.
/// </summary>
internal sealed class StrictSchemaCheck
{
    private static readonly ImmutableArray<JsonTextEdit> NoRepair = ImmutableArray<JsonTextEdit>.Empty;

    private readonly List<StrictSchemaProblem> _problems = new();
    private readonly JsonTextStyle _style;

    private readonly Func<string, bool>? _takesNull;

    private StrictSchemaCheck(string text, Func<string, bool>? takesNull) => (_style, _takesNull) = (new JsonTextStyle(text), takesNull);

    /// <summary>What is wrong with a schema text; malformed JSON is one problem.</summary>
    /// <param name="takesNull">
    /// Whether who reads the answer can do with null at a path; a property where it cannot is only named in "required".
    /// </param>
    public static ImmutableArray<StrictSchemaProblem> Problems(string text, Func<string, bool>? takesNull = null)
    {
        JsonTextValue root;
        try
        {
            root = JsonTextReader.Read(text);
        }
        catch (JsonTextException malformed)
        {
            var line = text.Take(malformed.Position).Count(static c => c == '\n') + 1;
            return ImmutableArray.Create(
                new StrictSchemaProblem("$", malformed.Position, $"the text is not JSON: {malformed.Message} (line {line})", NoRepair)
            );
        }

        var check = new StrictSchemaCheck(text, takesNull);
        check.Root(root);
        return check._problems.OrderBy(static p => p.Position).ToImmutableArray();
    }

    private void Root(JsonTextValue root)
    {
        if (root.Kind != JsonTextKind.Object)
        {
            Add("$", root, "this is no schema", NoRepair);
            return;
        }

        if (root["anyOf"] is { } anyOf)
        {
            Add("$", anyOf, "the root is a choice ('anyOf')", NoRepair);
        }
        else if (root["type"] is { } type && !(type is { Kind: JsonTextKind.String, Text: "object" }))
        {
            Add("$", type, "the root's 'type' is not \"object\"", NoRepair);
        }

        Schema(root, "$", isRoot: true);
    }

    private void Schema(JsonTextValue schema, string path, bool isRoot = false)
    {
        if (schema.Kind is JsonTextKind.True or JsonTextKind.False)
        {
            return;
        }

        if (schema.Kind != JsonTextKind.Object)
        {
            Add(path, schema, "this is no schema", NoRepair);
            return;
        }

        foreach (var property in schema.Properties.Where(static p => StrictSubset.UnsupportedKeywords.Contains(p.Name)))
        {
            _problems.Add(new StrictSchemaProblem(path, property.Start, $"'{property.Name}' is not supported", NoRepair));
        }

        var types = StrictSchemaTypes.Of(schema);
        if (types.Contains("object") || schema["properties"] is not null || (isRoot && schema["anyOf"] is null))
        {
            Object(schema, path);
        }
        else if (types.Contains("array") && schema["items"] is null && schema["prefixItems"] is null)
        {
            Add(path, schema, "the array has no 'items'", NoRepair);
        }
        else if (types.IsEmpty && !StrictSchemaTypes.SaysOtherwise(schema))
        {
            Add(path, schema, "there is no 'type'", NoRepair);
        }

        Children(schema, path);
    }

    private void Children(JsonTextValue schema, string path)
    {
        foreach (var name in new[] { "properties", "$defs", "definitions" })
        {
            foreach (var member in schema[name]?.Properties ?? ImmutableArray<JsonTextProperty>.Empty)
            {
                Schema(member.Value, $"{path}.{name}.{member.Name}");
            }
        }

        if (schema["items"] is { Kind: not JsonTextKind.Array } items)
        {
            Schema(items, path + ".items");
        }

        if (schema["anyOf"] is { } choices)
        {
            for (var i = 0; i < choices.Items.Length; i++)
            {
                Schema(choices.Items[i], $"{path}.anyOf[{i}]");
            }
        }
    }

    private void Object(JsonTextValue schema, string path)
    {
        var properties = schema["properties"];
        if (schema["type"] is null)
        {
            Add(
                path,
                schema,
                "there is no 'type': \"object\"",
                properties is null ? NoRepair : Repair(_style.Prepend(schema, ("type", "\"object\"")))
            );
        }

        Required(schema, properties?.Properties ?? ImmutableArray<JsonTextProperty>.Empty, path);

        // An object without properties would become one that is always empty.
        var canClose = properties is { Properties.IsEmpty: false };
        var additional = schema["additionalProperties"];
        if (additional is null)
        {
            Add(
                path,
                schema,
                "there is no 'additionalProperties': false",
                canClose ? Repair(_style.Append(schema, ("additionalProperties", "false"))) : NoRepair
            );
        }
        else if (additional.Kind == JsonTextKind.True)
        {
            Add(
                path,
                additional,
                "'additionalProperties' is true",
                canClose ? Repair(new JsonTextEdit(additional.Start, additional.End - additional.Start, "false")) : NoRepair
            );
        }
        else if (additional.Kind != JsonTextKind.False)
        {
            Add(path, additional, "'additionalProperties' is a schema: keys that only the answer knows are not possible", NoRepair);
        }
    }

    private void Required(JsonTextValue schema, ImmutableArray<JsonTextProperty> properties, string path)
    {
        var required = schema["required"];
        if (required is { Kind: not JsonTextKind.Array })
        {
            Add(path, required, "'required' is no array", NoRepair);
            return;
        }

        var names = required?.Items.Select(static i => i.Text).ToImmutableHashSet() ?? ImmutableHashSet<string?>.Empty;
        var optional = properties.GroupBy(static p => p.Name).Select(static g => g.Last()).Where(p => !names.Contains(p.Name)).ToList();
        if (optional.Count > 0)
        {
            var quoted = optional.Select(static p => JsonTextStyle.Quoted(p.Name)).ToArray();
            var nullable = optional
                .Where(p => _takesNull?.Invoke($"{path}.properties.{p.Name}") != false)
                .Select(p => StrictSchemaTypes.MakeNullable(p.Value, _style))
                .ToList();
            var edit = required is null ? _style.Append(schema, ("required", _style.Array(quoted))) : _style.Append(required, quoted);
            var repair = nullable.Contains(null)
                ? NoRepair
                : nullable.SelectMany(static e => e!.Value).Concat(new[] { edit }).ToImmutableArray();
            Add(path, required ?? schema, $"{List(optional.Select(static p => p.Name))} not in 'required'", repair);
        }

        var known = properties.Select(static p => p.Name).ToImmutableHashSet();
        foreach (
            var stray in (required?.Items ?? ImmutableArray<JsonTextValue>.Empty).Where(i => i.Text is null || !known.Contains(i.Text))
        )
        {
            Add(
                path,
                stray,
                stray.Text is null
                    ? "'required' holds something that is no name"
                    : $"'required' names '{stray.Text}', which is no property",
                NoRepair
            );
        }
    }

    private static string List(IEnumerable<string> names)
    {
        var all = names.Select(static n => $"'{n}'").ToList();
        return all.Count switch
        {
            1 => $"{all[0]} is",
            2 or 3 => $"{string.Join(", ", all.Take(all.Count - 1))} and {all[all.Count - 1]} are",
            _ => $"{all[0]}, {all[1]} and {all.Count - 2} more properties are",
        };
    }

    private static ImmutableArray<JsonTextEdit> Repair(JsonTextEdit edit) => ImmutableArray.Create(edit);

    private void Add(string path, JsonTextValue place, string what, ImmutableArray<JsonTextEdit> repair) =>
        _problems.Add(new StrictSchemaProblem(path, place.Start, what, repair));
}
