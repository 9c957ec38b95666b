using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk;

/// <summary>A model that turns text into vectors.</summary>
/// <param name="Name">The name by which its vendor calls it.</param>
/// <param name="Dimensions">How many dimensions its vectors have unless others are asked for.</param>
/// <param name="Choice">Whether others can be asked for.</param>
/// <param name="Sizes">Those that can, where only some can.</param>
/// <param name="Tokens">How long a text may be, or null where the table does not know.</param>
internal sealed record EmbeddingModel(string Name, int Dimensions, DimensionChoice Choice, ImmutableArray<int> Sizes, int? Tokens = null)
{
    /// <summary>The name is one of OpenAI's own.</summary>
    public bool IsOpenAIs => Name.StartsWith("text-embedding-3-", StringComparison.Ordinal) || Name == "text-embedding-ada-002";

    /// <summary>Whether the model certainly refuses, or cannot return, vectors of this size when it is asked for them.</summary>
    public bool Refuses(int dimensions) =>
        Choice switch
        {
            DimensionChoice.None => true,
            DimensionChoice.Smaller => dimensions > Dimensions || dimensions < 1,
            DimensionChoice.Listed => !Sizes.Contains(dimensions),
            _ => false,
        };
}
