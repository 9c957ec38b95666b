using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>What is wrong with the size or the overlap of chunks.</summary>
/// <param name="IsOverlap">The overlap is to be changed; otherwise the size is.</param>
/// <param name="Possible">The nearest number that works, or null.</param>
internal sealed record ChunkingMistake(bool IsOverlap, string Reason, string Remedy, int? Possible)
{
    /// <summary>A service that cuts by itself refuses what is outside its limits.</summary>
    public static ChunkingMistake? OfService(int? size, int? overlap, ChunkingLimits limits)
    {
        if (size < limits.Least || size > limits.Most)
        {
            return new ChunkingMistake(
                IsOverlap: false,
                $"the service takes chunks of {limits.Least} to {limits.Most} tokens, and these have {size}",
                "Choose a size in between",
                size < limits.Least ? limits.Least : limits.Most
            );
        }

        if (overlap < 0)
        {
            return new ChunkingMistake(IsOverlap: true, $"an overlap of {overlap} is refused", "Choose 0 or more", 0);
        }

        return overlap * 2 > size
            ? new ChunkingMistake(
                IsOverlap: true,
                $"the service takes an overlap of half a chunk at most, and {overlap} is more than half of {size}",
                $"Choose {size / 2} or less",
                size / 2
            )
            : null;
    }

    /// <summary>A splitter in the program needs room for new text in every chunk.</summary>
    /// <param name="longest">How many tokens the embedding model takes, or null.</param>
    public static ChunkingMistake? OfSplitter(int? size, int? overlap, int? longest)
    {
        if (size <= 0)
        {
            return new ChunkingMistake(IsOverlap: false, $"a chunk of {size} tokens holds nothing", "Choose a positive size", null);
        }

        if (overlap < 0 || overlap >= size)
        {
            return new ChunkingMistake(
                IsOverlap: true,
                overlap < 0
                    ? $"an overlap of {overlap} is refused"
                    : $"an overlap of {overlap} leaves no room for new text in a chunk of {size}",
                "Let the overlap be a part of the chunk",
                overlap < 0 ? 0 : size / 5
            );
        }

        return size > longest
            ? new ChunkingMistake(
                IsOverlap: false,
                $"the embedding model takes {longest} tokens, and a chunk may have {size}",
                "Cut smaller chunks",
                null
            )
            : null;
    }
}
