using System;
using System.Linq;

namespace RagAnalyzers.Pipeline.Answers.Extractions;

/// <summary>Tells marks around which an answer is only cleaned from those between which its data stands.</summary>
internal static class TextMarks
{
    private static readonly string[] Cleaned = { "```", "~~~", "<think", "</think", "<|", "|>", "<reasoning", "</reasoning" };

    private static readonly string[] Json = { "{", "}", "[", "]", "\\{", "\\[", "\"" };

    /// <summary>A code fence, a model's thoughts, or the brackets of JSON that a parser is to get.</summary>
    public static bool AreCleaning(string mark) =>
        Cleaned.Any(c => mark.IndexOf(c, StringComparison.OrdinalIgnoreCase) >= 0) || Json.Contains(mark.Trim());

    /// <summary>
    /// The same of a pattern, in which brackets stand between other characters: they are JSON's, or those of a citation. Links stand in any prose.
    /// </summary>
    public static bool AreCleaningIn(string pattern) =>
        Cleaned.Any(c => pattern.IndexOf(c, StringComparison.OrdinalIgnoreCase) >= 0)
        || pattern.Contains("\\{")
        || pattern.Contains("\\[")
        || pattern.Contains("【")
        || pattern.Contains("http");

    /// <summary>Lines and blank space: every text has them.</summary>
    public static bool AreLayout(string mark) => mark.All(char.IsWhiteSpace) || mark is "." or "!" or "?";
}
