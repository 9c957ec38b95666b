using System.Collections.Generic;
using System.Linq;

namespace RagAnalyzers.Text.Json;

/// <summary>A replacement in a JSON text; of length 0, an insertion.</summary>
internal sealed record JsonTextEdit(int Start, int Length, string Replacement)
{
    /// <summary>The text with the edits made. They must not overlap; insertions at one place keep their order.</summary>
    public static string Apply(string text, IEnumerable<JsonTextEdit> edits)
    {
        // From the end, so that positions stay what they are.
        foreach (var edit in edits.Reverse().OrderByDescending(static e => e.Start))
        {
            text = text.Substring(0, edit.Start) + edit.Replacement + text.Substring(edit.Start + edit.Length);
        }

        return text;
    }
}
