using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>Words that name knowledge which changes, found in identifiers, paths and table names.</summary>
internal static class KnowledgeTerms
{
    private static readonly ImmutableHashSet<string> Terms = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "policy", "handbook", "manual", "guide", "catalog", "catalogue", "product", "price", "pricing", "inventory", "stock", "faq",
        "knowledge", "wiki", "docs", "article", "news", "release", "changelog", "schedule", "menu", "latest", "current", "newest", "today");

    private static readonly Regex Words = new("[A-Z]+(?![a-z])|[A-Z]?[a-z]+", RegexOptions.CultureInvariant);

    /// <summary>The terms among the words of a name: "handbookPages" has "handbook".</summary>
    public static IEnumerable<string> In(string name)
        => Words.Matches(name).Cast<Match>().Select(static m => Singular(m.Value)).Where(Terms.Contains).Select(static t => t.ToLowerInvariant());

    private static string Singular(string word)
    {
        if (Terms.Contains(word))
            return word;
        if (word.EndsWith("ies", StringComparison.OrdinalIgnoreCase))
            return word.Substring(0, word.Length - 3) + "y";
        return word.EndsWith("s", StringComparison.OrdinalIgnoreCase) ? word.Substring(0, word.Length - 1) : word;
    }
}
