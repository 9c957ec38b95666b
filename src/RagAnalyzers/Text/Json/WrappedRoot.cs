using System.Collections.Immutable;

namespace RagAnalyzers.Text.Json;

/// <summary>Puts a schema into a property of an object schema that holds nothing else, as the text around it is written.</summary>
internal static class WrappedRoot
{
    /// <summary>The edits that wrap the schema, or none when references would not find their targets any more.</summary>
    /// <param name="property">The name of the property.</param>
    public static ImmutableArray<JsonTextEdit> Edits(string text, string property)
    {
        var root = JsonTextReader.Read(text);
        if (root.Kind != JsonTextKind.Object || root.Properties.IsEmpty || text.Contains("\"$ref\"") || text.Contains("\"$schema\""))
        {
            return ImmutableArray<JsonTextEdit>.Empty;
        }

        return text.IndexOf('\n', root.Start, root.End - root.Start) < 0 ? OnOneLine(text, root, property) : OnLines(text, root, property);
    }

    private static ImmutableArray<JsonTextEdit> OnOneLine(string text, JsonTextValue root, string property) =>
        text.Contains("\": ")
            ? Around(
                root,
                $"{{ \"type\": \"object\", \"properties\": {{ \"{property}\": ",
                $" }}, \"required\": [\"{property}\"], \"additionalProperties\": false }}"
            )
            : Around(
                root,
                $"{{\"type\":\"object\",\"properties\":{{\"{property}\":",
                $"}},\"required\":[\"{property}\"],\"additionalProperties\":false}}"
            );

    private static ImmutableArray<JsonTextEdit> OnLines(string text, JsonTextValue root, string property)
    {
        // In a literal that is not raw, the first line may have no indentation of its own.
        var lastLine = text.LastIndexOf('\n', root.End - 1) + 1;
        var closing = Space(text, lastLine);
        var outer = lastLine + closing.Length == root.End - 1 ? closing : Space(text, text.LastIndexOf('\n', root.Start) + 1);
        var first = text.LastIndexOf('\n', root.Properties[0].Start) + 1;
        var inner = first > root.Start ? Space(text, first) : outer;
        var unit = inner.Length > outer.Length ? inner.Substring(outer.Length) : "  ";
        var line = (text.Contains("\r\n") ? "\r\n" : "\n") + outer;
        var edits = ImmutableArray.CreateBuilder<JsonTextEdit>();
        edits.Add(
            new JsonTextEdit(
                root.Start,
                0,
                $"{{{line}{unit}\"type\": \"object\",{line}{unit}\"properties\": {{{line}{unit}{unit}\"{property}\": "
            )
        );
        for (var at = text.IndexOf('\n', root.Start); at >= 0 && at < root.End; at = text.IndexOf('\n', at + 1))
        {
            // An empty line stays empty.
            if (text[at + 1] is not ('\r' or '\n'))
            {
                edits.Add(new JsonTextEdit(at + 1, 0, unit + unit));
            }
        }

        edits.Add(
            new JsonTextEdit(
                root.End,
                0,
                $"{line}{unit}}},{line}{unit}\"required\": [\"{property}\"],{line}{unit}\"additionalProperties\": false{line}}}"
            )
        );
        return edits.ToImmutable();
    }

    private static ImmutableArray<JsonTextEdit> Around(JsonTextValue root, string before, string behind) =>
        ImmutableArray.Create(new JsonTextEdit(root.Start, 0, before), new JsonTextEdit(root.End, 0, behind));

    private static string Space(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is (' ' or '\t'))
        {
            end++;
        }

        return text.Substring(at, end - at);
    }
}
