using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using RagAnalyzers.Text.Apis;

namespace RagAnalyzers.Pipeline.Seams;

/// <summary>What the code of a method says that callers who do not see it need to know.</summary>
/// <param name="Meaning">What the method is.</param>
/// <param name="Roles">The parameters of each role, by their place: an implementation may name them differently.</param>
/// <param name="Contract">What is made sure of about the form of the answer.</param>
/// <param name="IsGrounded">Passages are in the prompt that the method retrieves.</param>
/// <param name="AnswerMembers">The members of what it returns that carry the answer; empty where it is the answer itself.</param>
internal sealed record Seam(
    ApiMeaning Meaning,
    ImmutableDictionary<string, ImmutableSortedSet<int>> Roles,
    ApiContract Contract = ApiContract.Unknown,
    bool IsGrounded = false,
    ImmutableArray<Microsoft.CodeAnalysis.IPropertySymbol> AnswerMembers = default
)
{
    /// <summary>What holds whichever of the implementations runs; null when they are different things.</summary>
    /// <param name="some">Those whose code says what they are.</param>
    /// <param name="hasOthers">There are others, of which nothing is known.</param>
    public static Seam? OfAll(IReadOnlyList<Seam> some, bool hasOthers)
    {
        var first = some[0];
        if (some.Any(s => s.Meaning != first.Meaning))
        {
            return null;
        }

        var roles = some.SelectMany(static s => s.Roles)
            .GroupBy(static r => r.Key, static r => r.Value)
            .ToImmutableDictionary(static g => g.Key, static g => g.SelectMany(static p => p).ToImmutableSortedSet());
        return first with
        {
            Roles = roles,
            Contract = hasOthers || some.Any(s => s.Contract != first.Contract) ? ApiContract.Unknown : first.Contract,
            IsGrounded = !hasOthers && some.All(static s => s.IsGrounded),
        };
    }
}
