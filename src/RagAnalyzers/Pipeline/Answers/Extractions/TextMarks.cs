using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Pipeline.Answers.Extractions;

/// <summary>Tells marks around which an answer is only cleaned from those between which its data stands.</summary>
internal static class TextMarks
{
    private static readonly string[] Cleaned = { "```", "~~~", "<think", "</think", "<|", "|>", "<reasoning", "</reasoning" };

    /// <summary>What an answer says its sources with, beside its prose or behind it.</summary>
    private static readonly string[] Citations =
    {
        "<citation",
        "<cite",
        "<footnote",
        "<reference",
        "<sources>",
        "<source>",
        "<source ",
        "<source\\s",
        "<ref>",
        "<ref ",
        "<ref\\s",
    };

    /// <summary>Of what is all text, and no data: it may be of any length, and takes any form.</summary>
    private static readonly ImmutableHashSet<string> Prose = ImmutableHashSet.Create(
        "article",
        "blog",
        "code",
        "content",
        "document",
        "draft",
        "essay",
        "html",
        "letter",
        "markdown",
        "md",
        "post",
        "readme",
        "report",
        "story",
        "summary",
        "text",
        "translation"
    );

    private static readonly Regex Tag = new(@"^</?([\w-]+)>$", RegexOptions.CultureInvariant);

    /// <summary>A tag and its end around one group that takes anything.</summary>
    private static readonly Regex Enclosing = new(
        @"^<([\w-]+)>(?:\\s\*\??)?\((?:\?<\w+>)?(?:\.|\[\\s\\S\])[*+]\??\)(?:\\s\*\??)?<\\?/\1>$",
        RegexOptions.CultureInvariant
    );

    /// <summary>The number or the sign in front of a list's item, and one group that takes the item: a list is lines, and no data.</summary>
    private static readonly Regex ListItem = new(
        @"^\^(?:\\s[*+])?(?:\(?(?:\\d|\[0-9\])(?:\+|\{1,[23]\})\)?(?:\\[.)]|\[[-.):\s\\]+\])|\[[-*+•–\s\\]+\]|-|\\[-*]|•)(?:\\s[*+]|\s)?\((?:\?<\w+>)?\.[*+]\??\)(?:\\s\*)?\$?$",
        RegexOptions.CultureInvariant
    );

    private static readonly string[] Json = { "{", "}", "[", "]", "\\{", "\\[", "\"" };

    /// <summary>
    /// A code fence, a model's thoughts, citations, the tags around a text as a whole, or the brackets of JSON that a parser is to get.
    /// </summary>
    public static bool AreCleaning(string mark) => HaveTagIn(mark) || Json.Contains(mark.Trim()) || EnclosesProse(Tag.Match(mark.Trim()));

    /// <summary>
    /// The same of a pattern, in which brackets stand between other characters: they are JSON's, or those of a citation. Links and lists stand in any prose.
    /// </summary>
    public static bool AreCleaningIn(string pattern) =>
        HaveTagIn(pattern)
        || EnclosesProse(Enclosing.Match(pattern))
        || ListItem.IsMatch(pattern)
        || pattern.Contains("\\{")
        || pattern.Contains("\\[")
        || pattern.Contains("【")
        || pattern.Contains("http");

    private static bool EnclosesProse(Match tag) => tag.Success && NameWords.Of(tag.Groups[1].Value).Any(Prose.Contains);

    private static bool HaveTagIn(string text) =>
        Cleaned.Concat(Citations).Any(c => text.IndexOf(c, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Lines and blank space: every text has them.</summary>
    public static bool AreLayout(string mark) => mark.All(char.IsWhiteSpace) || mark is "." or "!" or "?";
}
