using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using RagAnalyzers.Pipeline;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>Words that name knowledge which changes, found in identifiers, paths and table names.</summary>
internal static class KnowledgeTerms
{
    private static readonly ImmutableHashSet<string> Terms = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "policy", "handbook", "manual", "guide", "catalog", "catalogue", "product", "price", "pricing", "inventory", "stock", "faq",
        "knowledge", "wiki", "docs", "article", "news", "release", "changelog", "schedule", "menu", "latest", "current", "newest", "today");

    /// <summary>The terms among the words of a name: "handbookPages" has "handbook".</summary>
    public static IEnumerable<string> In(string name) => NameWords.Of(name).Select(Singular).Where(Terms.Contains).Distinct();

    private static string Singular(string word)
    {
        if (Terms.Contains(word))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal))
            return word.Substring(0, word.Length - 3) + "y";
        return word.EndsWith("s", StringComparison.Ordinal) ? word.Substring(0, word.Length - 1) : word;
    }
}
