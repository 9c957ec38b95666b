using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Templates;

/// <summary>
/// The system messages that the text of a prompt template opens: by tags, by Handlebars' helper, and in Liquid by a line "system:".
/// </summary>
internal static class SystemMessages
{
    private const string Roles = "(?:system|developer)";

    private static readonly Regex Tag = new(
        @"<message\b[^<>]*?\brole\s*=\s*[""'\\]*" + Roles + @"\b[^<>]*>(.*?)(?:</message>|(?=<message\b)|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline
    );

    private static readonly Regex Helper = new(
        @"\{\{#message\b[^{}]*?\brole\s*=\s*[""']?" + Roles + @"\b[^{}]*\}\}(.*?)(?:\{\{/message\}\}|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline
    );

    private static readonly Regex Line = new(
        @"^[ \t]*" + Roles + @":[ \t]*\r?$(.*?)(?=^[ \t]*(?:system|developer|user|assistant|function|tool):[ \t]*\r?$|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline
    );

    /// <summary>The variables that the template renders in system messages and nowhere else, in lower case.</summary>
    public static ImmutableHashSet<string> VariablesIn(string text, TemplateFormat format)
    {
        var inside = new StringBuilder();
        var outside = new[] { Tag, Helper, Line }
            .Where(r => r != Line || format == TemplateFormat.Liquid)
            .Aggregate(
                text,
                (rest, opening) =>
                    opening.Replace(
                        rest,
                        found =>
                        {
                            inside.AppendLine(found.Groups[1].Value);
                            return "\n";
                        }
                    )
            );
        return inside.Length == 0
            ? ImmutableHashSet<string>.Empty
            : PromptTemplate
                .Read(inside.ToString(), format)
                .Variables.Intersect(PromptTemplate.Read(text, format).Variables)
                .Except(PromptTemplate.Read(outside, format).Variables);
    }
}
