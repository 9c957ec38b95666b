using System.Collections.Immutable;

namespace RagAnalyzers.Configuration.Options;

/// <summary>Words that are put on top of a built-in list and words that are taken from it, in lower case.</summary>
internal sealed record WordChanges(ImmutableArray<string> Added, ImmutableArray<string> Removed)
{
    public static readonly WordChanges None = new(ImmutableArray<string>.Empty, ImmutableArray<string>.Empty);
}
