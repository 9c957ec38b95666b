using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Apis;

/// <summary>
/// Edits the text of a table. What comes out depends on what goes in, and not on the order in which lines come, so that projects that have the
/// same table all make the same text of it.
/// </summary>
internal static class ApiText
{
    private const string Head =
        "# What the members of this solution's libraries are, for projects that do not see their code (RagAnalyzers).";

    private static readonly Regex Comment = new(@"\s#.*$", RegexOptions.CultureInvariant);

    /// <summary>The text with the lines in their places, and without those of the same members.</summary>
    /// <param name="replaced">Other names of these members, as they stand in the table.</param>
    public static string With(string text, IEnumerable<string> lines, IEnumerable<string> replaced)
    {
        var newLine = text.Contains("\r\n") ? "\r\n" : "\n";
        var rows = text.Length == 0 ? new List<string> { Head } : text.Replace("\r\n", "\n").Split('\n').ToList();
        while (rows.Count > 0 && rows[rows.Count - 1].Trim().Length == 0)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        var added = lines
            .Distinct()
            .Select(static l => (Text: l, Member: MemberOf(l)!))
            .OrderBy(static l => l.Member, StringComparer.Ordinal)
            .ThenBy(static l => l.Text, StringComparer.Ordinal)
            .ToList();
        var gone = new HashSet<string>(replaced.Concat(added.Select(static l => l.Member)), StringComparer.Ordinal);
        var comments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(r => MemberOf(r) is { } member && gone.Contains(member)).ToList())
        {
            comments[MemberOf(row)!] = Comment.Match(row).Value;
            rows.Remove(row);
        }

        foreach (var line in added)
        {
            var place = rows.FindIndex(r => MemberOf(r) is { } member && string.CompareOrdinal(member, line.Member) > 0);
            rows.Insert(
                place < 0 ? rows.Count : place,
                line.Text + (comments.TryGetValue(line.Member, out var comment) ? comment : string.Empty)
            );
        }

        return string.Join(newLine, rows) + newLine;
    }

    private static string? MemberOf(string row) => ApiLineReader.Read(row).Line?.Member;
}
