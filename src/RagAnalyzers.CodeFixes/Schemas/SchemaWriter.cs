using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace RagAnalyzers.CodeFixes.Schemas;

/// <summary>JSON nodes in, indented text out. What fits on a line stays on it, so that a schema literal reads like hand-written.</summary>
internal static class SchemaWriter
{
    private const int LineWidth = 100;
    private const string Unit = "  ";

    /// <summary>The text, its lines separated by "\n", without a final one.</summary>
    public static string Write(SchemaNode node)
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
                < ' ' or '\u0085' or '\u2028' or '\u2029' => text.Append("\\u")
                    .Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    private static void Write(SchemaNode node, string indent, int used, StringBuilder text, bool onLines = false)
    {
        var line = OnOneLine(node);
        if (node is SchemaLiteral || (!onLines && !HoldsProperties(node) && indent.Length + used + line.Length <= LineWidth))
        {
            text.Append(line);
        }
        else if (node is SchemaArray array && array.Items.All(item => item is SchemaLiteral))
        {
            WriteFilled(array, indent, text);
        }
        else
        {
            WriteOnLines(node, indent, text);
        }
    }

    private static void WriteOnLines(SchemaNode node, string indent, StringBuilder text)
    {
        var (open, close, entries) = node switch
        {
            SchemaObject o => ('{', '}', o.Members.AsEnumerable()),
            _ => ('[', ']', ((SchemaArray)node).Items.Select(item => (Name: "", Value: item))),
        };
        var inner = indent + Unit;
        var first = true;
        text.Append(open);
        foreach (var (name, value) in entries)
        {
            var prefix = open == '{' ? Quote(name) + ": " : "";
            text.Append(first ? "\n" : ",\n").Append(inner).Append(prefix);
            Write(value, inner, prefix.Length + 1, text, onLines: name is "properties" or "$defs");
            first = false;
        }

        text.Append('\n').Append(indent).Append(close);
    }

    /// <summary>A long list of names, as many on a line as fit.</summary>
    private static void WriteFilled(SchemaArray array, string indent, StringBuilder text)
    {
        var inner = indent + Unit;
        var used = LineWidth;
        text.Append('[');
        foreach (var (item, i) in array.Items.Select((item, i) => (OnOneLine(item), i)))
        {
            if (i > 0)
            {
                text.Append(',');
            }

            var startsLine = used + item.Length + 2 > LineWidth;
            text.Append(startsLine ? "\n" + inner : " ").Append(item);
            used = (startsLine ? inner.Length : used + 1) + item.Length + 1;
        }

        text.Append('\n').Append(indent).Append(']');
    }

    /// <summary>An object's schema always gets lines of its own.</summary>
    private static bool HoldsProperties(SchemaNode node) =>
        node switch
        {
            SchemaObject o => o.Members.Any(member => member.Name is "properties" or "$defs" || HoldsProperties(member.Value)),
            SchemaArray a => a.Items.Any(HoldsProperties),
            _ => false,
        };

    private static string OnOneLine(SchemaNode node) =>
        node switch
        {
            SchemaLiteral literal => literal.Json,
            SchemaArray { Items.Length: 0 } => "[]",
            SchemaArray array => "[" + string.Join(", ", array.Items.Select(OnOneLine)) + "]",
            SchemaObject { Members.Length: 0 } => "{}",
            SchemaObject o => "{ " + string.Join(", ", Pairs(o)) + " }",
            _ => "",
        };

    private static IEnumerable<string> Pairs(SchemaObject o) =>
        o.Members.Select(member => Quote(member.Name) + ": " + OnOneLine(member.Value));
}
