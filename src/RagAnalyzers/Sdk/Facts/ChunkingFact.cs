using System;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>A call that cuts text into chunks, or says how it is to be cut.</summary>
/// <param name="Size">The parameter that says how large a chunk may be.</param>
/// <param name="Overlap">The parameter that says how much of a chunk the next one repeats, or null.</param>
/// <param name="Text">The parameter that carries the text, or null where the call only says how.</param>
/// <param name="Limits">What the service takes that cuts, or null where the program does.</param>
internal sealed record ChunkingFact(SdkKind Sdk, string Size, string? Overlap = null, string? Text = null, ChunkingLimits? Limits = null)
    : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) =>
        Map(Size, nameOf) is { } size ? this with { Size = size, Overlap = Map(Overlap, nameOf), Text = Map(Text, nameOf) } : null;
}

/// <summary>The sizes of chunks that a service takes; an overlap may be half of a chunk.</summary>
internal sealed record ChunkingLimits(int Least, int Most);
