using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>A member that code reads off a parsed document by its name.</summary>
/// <param name="Operation">What reads it.</param>
/// <param name="Path">The names by which its owner was read off the document.</param>
/// <param name="Name">Its name.</param>
/// <param name="Demand">What becomes of a name that is not there.</param>
/// <param name="IgnoresCase">The name is looked for in any case.</param>
internal sealed record NamedRead(IOperation Operation, ImmutableArray<string> Path, string Name, NameDemand Demand, bool IgnoresCase)
{
    /// <summary>It stands in a method that may read other documents as well.</summary>
    public bool IsShared { get; init; }
}
