using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Pipeline.Branches;

/// <summary>
/// A place at which the code takes one of several ways: <c>if</c>, <c>?:</c>, <c>switch</c>, or an <c>if</c> that leaves and the rest
/// behind it.
/// </summary>
/// <param name="Operation">The branching itself.</param>
/// <param name="Arms">The ways, each the operations that run on it alone.</param>
internal sealed record Branching(IOperation Operation, ImmutableArray<ImmutableArray<IOperation>> Arms)
{
    /// <summary>Where a diagnostic about the branching sits: the keyword and its condition rather than all the code of the arms.</summary>
    public Location Location => BranchLocation.Of(Operation);
}
