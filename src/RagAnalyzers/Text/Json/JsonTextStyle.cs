using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace RagAnalyzers.Text.Json;

/// <summary>
/// Writes additions to a JSON text as the text around them is written: on lines of their own or not, with or without spaces.
/// </summary>
internal sealed class JsonTextStyle(string text)
{
    /// <summary>Adds properties behind the last one of an object that has some.</summary>
    /// <param name="properties">Names and JSON values.</param>
    public JsonTextEdit Append(JsonTextValue target, params (string Name, string Json)[] properties)
    {
        var last = target.Properties[target.Properties.Length - 1];
        var gap = GapBehindComma(last.Start);
        return Insert(last.Value.End, string.Concat(properties.Select(p => $",{gap}{Property(target, p)}")));
    }

    /// <summary>Adds a property before the first one of an object that has some.</summary>
    public JsonTextEdit Prepend(JsonTextValue target, (string Name, string Json) property)
    {
        var first = target.Properties[0];
        return Insert(first.Start, $"{Property(target, property)},{GapBehindComma(first.Start)}");
    }

    /// <summary>Adds elements behind the last one of an array.</summary>
    public JsonTextEdit Append(JsonTextValue array, params string[] elements)
    {
        if (array.Items.IsEmpty)
        {
            return Insert(array.Start + 1, string.Join(", ", elements));
        }

        var last = array.Items[array.Items.Length - 1];
        var gap =
            array.Items.Length > 1 || HasLineBreak(SpaceBefore(last.Start)) ? SpaceBefore(last.Start)
            : IsCompact ? ""
            : " ";
        return Insert(last.End, string.Concat(elements.Select(e => $",{gap}{e}")));
    }

    /// <summary>An array of these elements on one line.</summary>
    public string Array(IEnumerable<string> elements)
    {
        var padding = text.Contains("[ \"") ? " " : "";
        return $"[{padding}{string.Join(IsCompact ? "," : ", ", elements)}{padding}]";
    }

    /// <summary>A property of an object written on one line.</summary>
    public string Object(string name, string json) => IsCompact ? $"{{\"{name}\":{json}}}" : $"{{ \"{name}\": {json} }}";

    /// <summary>A string as JSON.</summary>
    public static string Quoted(string content)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in content)
        {
            quoted.Append(
                c is '"' or '\\' ? "\\" + c
                : c < ' ' ? $"\\u{(int)c:x4}"
                : c.ToString()
            );
        }

        return quoted.Append('"').ToString();
    }

    private bool IsCompact => !text.Contains("\": ");

    private string Property(JsonTextValue target, (string Name, string Json) property)
    {
        var space = SpaceBefore(target.Properties[target.Properties.Length - 1].Value.Start);
        return $"{Quoted(property.Name)}:{(HasLineBreak(space) ? " " : space)}{property.Json}";
    }

    private string GapBehindComma(int start)
    {
        var gap = SpaceBefore(start);
        return gap.Length == 0 && !IsCompact ? " " : gap;
    }

    private string SpaceBefore(int position)
    {
        var start = position;
        while (start > 0 && text[start - 1] is (' ' or '\t' or '\r' or '\n'))
        {
            start--;
        }

        return text.Substring(start, position - start);
    }

    private static bool HasLineBreak(string space) => space.Contains("\n");

    private static JsonTextEdit Insert(int at, string what) => new(at, 0, what);
}
