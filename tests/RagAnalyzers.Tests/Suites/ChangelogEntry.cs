using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Tests.Suites;

/// <summary>An entry of the changelog about one rule: <c>- RAG1001: title. What else there is to say.</c></summary>
internal sealed partial record ChangelogEntry(string Id, string Text)
{
    /// <returns>The entries about single rules in a changelog, in order; each as one line, without the marks of code.</returns>
    public static ImmutableArray<ChangelogEntry> In(string changelog) =>
        [
            .. Entry()
                .Matches(changelog.ReplaceLineEndings("\n"))
                .Select(entry => new ChangelogEntry(
                    entry.Groups["id"].Value,
                    Space().Replace(entry.Groups["text"].Value, " ").Replace("`", "", StringComparison.Ordinal).Trim()
                )),
        ];

    /// <summary>Whether the entry's first sentence is the title of the rule; in the list it may begin in lower case.</summary>
    public bool BeginsWithTitleOf(DiagnosticDescriptor rule)
    {
        var title = rule.Title.ToString();
        return Id == rule.Id
            && (Text.StartsWith(title + ".", StringComparison.Ordinal) || Text.StartsWith(Lower(title) + ".", StringComparison.Ordinal));
    }

    private static string Lower(string title) => title.Length == 0 ? title : char.ToLowerInvariant(title[0]) + title[1..];

    // The entry goes on in indented lines.
    [GeneratedRegex(@"^- (?<id>RAG\d{4}): (?<text>.*(\n  .*)*)", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
