using System.Collections.Immutable;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Pipeline.Tools;

/// <summary>The tools that a model call offers to the model.</summary>
/// <param name="MayBeThere">There are tools, or it cannot be seen that there are none.</param>
/// <param name="Retrieve">One of them certainly retrieves.</param>
internal sealed record OfferedTools(bool MayBeThere, bool Retrieve)
{
    /// <summary>What makes those that certainly retrieve.</summary>
    public ImmutableArray<Origin> Retrieving { get; init; } = ImmutableArray<Origin>.Empty;
}
