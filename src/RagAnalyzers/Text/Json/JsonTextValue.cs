using System.Collections.Immutable;

namespace RagAnalyzers.Text.Json;

/// <summary>A JSON value and where it stands in the text that it was read from.</summary>
/// <param name="Start">The position of its first character.</param>
/// <param name="End">The position behind its last character.</param>
internal sealed record JsonTextValue(JsonTextKind Kind, int Start, int End)
{
    /// <summary>The properties of an object in the order of the text; empty for other kinds.</summary>
    public ImmutableArray<JsonTextProperty> Properties { get; init; } = ImmutableArray<JsonTextProperty>.Empty;

    /// <summary>The elements of an array; empty for other kinds.</summary>
    public ImmutableArray<JsonTextValue> Items { get; init; } = ImmutableArray<JsonTextValue>.Empty;

    /// <summary>The content of a string, with escapes resolved; null for other kinds.</summary>
    public string? Text { get; init; }

    /// <summary>The value of a property; of several with one name the last, as parsers have it. Null when there is none.</summary>
    public JsonTextValue? this[string name]
    {
        get
        {
            for (var i = Properties.Length - 1; i >= 0; i--)
            {
                if (Properties[i].Name == name)
                {
                    return Properties[i].Value;
                }
            }

            return null;
        }
    }
}
