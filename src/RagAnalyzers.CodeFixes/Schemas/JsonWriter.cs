using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace RagAnalyzers.CodeFixes.Schemas;

/// <summary>JSON nodes in, indented text out. What fits on a line stays on it, so that a schema literal reads like hand-written.</summary>
internal static class JsonWriter
{
    private const int LineWidth = 90;
    private const string Unit = "  ";

    /// <summary>The text, its lines separated by "\n", without a final one.</summary>
    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(node, indent: "", used: 0, text);
        return text.ToString();
    }

    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                // The line separators are legal in JSON, but end a line in C#.
                < ' ' or '\u0085' or '\u2028' or '\u2029' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    private static void Write(JsonNode node, string indent, int used, StringBuilder text)
    {
        var line = OnOneLine(node);
        if (node is JsonLiteral || (!HoldsProperties(node) && indent.Length + used + line.Length <= LineWidth))
        {
            text.Append(line);
            return;
        }

        var (open, close, entries) = node switch
        {
            JsonObject o => ('{', '}', o.Members.Select(member => (Prefix: Quote(member.Name) + ": ", member.Value))),
            _ => ('[', ']', ((JsonArray)node).Items.Select(item => (Prefix: "", Value: item))),
        };
        var inner = indent + Unit;
        var first = true;
        text.Append(open);
        foreach (var (prefix, value) in entries)
        {
            text.Append(first ? "\n" : ",\n").Append(inner).Append(prefix);
            Write(value, inner, prefix.Length + 1, text);
            first = false;
        }

        text.Append('\n').Append(indent).Append(close);
    }

    /// <summary>An object's schema always gets lines of its own.</summary>
    private static bool HoldsProperties(JsonNode node) => node switch
    {
        JsonObject o => o.Members.Any(member => member.Name is "properties" or "$defs" || HoldsProperties(member.Value)),
        JsonArray a => a.Items.Any(HoldsProperties),
        _ => false,
    };

    private static string OnOneLine(JsonNode node) => node switch
    {
        JsonLiteral literal => literal.Json,
        JsonArray { Items.Length: 0 } => "[]",
        JsonArray array => "[" + string.Join(", ", array.Items.Select(OnOneLine)) + "]",
        JsonObject { Members.Length: 0 } => "{}",
        JsonObject o => "{ " + string.Join(", ", Pairs(o)) + " }",
        _ => "",
    };

    private static IEnumerable<string> Pairs(JsonObject o)
        => o.Members.Select(member => Quote(member.Name) + ": " + OnOneLine(member.Value));
}
