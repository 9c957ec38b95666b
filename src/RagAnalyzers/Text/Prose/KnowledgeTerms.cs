using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using RagAnalyzers.Text.Prose.English;

namespace RagAnalyzers.Text.Prose;

/// <summary>Words that name knowledge which changes, found in identifiers, paths, table names and prompts.</summary>
internal sealed class KnowledgeTerms
{
    private static readonly ImmutableHashSet<string> BuiltInTerms = KnowledgeWords.Terms.ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>The list as it is without options.</summary>
    public static readonly KnowledgeTerms BuiltIn = new(BuiltInTerms);

    private readonly ImmutableHashSet<string> _terms;

    private KnowledgeTerms(ImmutableHashSet<string> terms) => _terms = terms;

    /// <summary>The built-in list with what a project adds to it, and without what it takes away; both are words in either number.</summary>
    public static KnowledgeTerms With(IReadOnlyCollection<string> added, IReadOnlyCollection<string> removed) =>
        added.Count == 0 && removed.Count == 0
            ? BuiltIn
            : new KnowledgeTerms(
                BuiltInTerms
                    .Except(removed.SelectMany(BothNumbers))
                    .Union(added.Where(static t => !BuiltInTerms.Contains(t)).SelectMany(BothNumbers))
            );

    /// <summary>The terms among the words of a name: "handbookPages" has "handbook".</summary>
    public IEnumerable<string> In(string name) => NameWords.Of(name).Select(Singular).Where(_terms.Contains).Distinct();

    private string Singular(string word) => _terms.Contains(word) ? word : SingularOf(word);

    // Whoever writes "runbooks" means a runbook, too.
    private static IEnumerable<string> BothNumbers(string word) => new[] { word, SingularOf(word) };

    private static string SingularOf(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word.Substring(0, word.Length - 3) + "y";
        }

        return word.EndsWith("s", StringComparison.Ordinal) ? word.Substring(0, word.Length - 1) : word;
    }
}
