using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Prose;

/// <summary>Splits an identifier, a path or a query into its words: at case changes, and wherever there is no letter.</summary>
internal static class NameWords
{
    // Acronyms ("FAQ", also in "FAQs" and "FAQPage"), then words.
    private static readonly Regex Words = new(@"\p{Lu}{2,}s(?!\p{L})|\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+", RegexOptions.CultureInvariant);

    /// <summary>The words in lower case, in order.</summary>
    public static IEnumerable<string> Of(string name) => Words.Matches(name).Cast<Match>().Select(static m => m.Value.ToLowerInvariant());
}
