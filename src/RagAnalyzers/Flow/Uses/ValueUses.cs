using System;
using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Flow.Uses;

/// <summary>What is done with a value in the bodies that can be seen.</summary>
/// <param name="Uses">The uses, those nearest to the value first, and whether each certainly comes about.</param>
/// <param name="IsComplete">There are no others.</param>
internal sealed record ValueUses(ImmutableArray<(ValueUse Use, bool IsCertain)> Uses, bool IsComplete)
{
    /// <summary>Whether the value gets to a use of this sort.</summary>
    public Reach Reaches(Func<ValueUse, bool> sort)
    {
        var found = Uses.Where(u => sort(u.Use)).ToList();
        if (found.Any(static u => u.IsCertain))
        {
            return Reach.Certainly;
        }

        return found.Count > 0 || !IsComplete ? Reach.Perhaps : Reach.Never;
    }
}
