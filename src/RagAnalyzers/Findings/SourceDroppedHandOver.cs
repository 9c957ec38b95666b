using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG6002: the source of the passages is dropped before the prompt.</summary>
/// <param name="Search">The search, or what makes the plug-in that searches.</param>
/// <param name="Instead">The name of the method that makes a plug-in which returns sources, or null where no plug-in is meant.</param>
/// <param name="Text">The member of a hit or record whose text is in the prompt, or null where that is not one alone.</param>
/// <param name="Source">The member beside it that says where it comes from; null where <paramref name="Text"/> is.</param>
internal sealed record SourceDroppedHandOver(Location Search, string? Instead, string? Text, string? Source) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(Search), Search)
            .AddValue(nameof(Instead), Instead)
            .AddValue(nameof(Text), Text)
            .AddValue(nameof(Source), Source);

    /// <inheritdoc cref="HandOver"/>
    public static SourceDroppedHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.One(nameof(Search)) is { } search
            ? new SourceDroppedHandOver(search, parts.Value(nameof(Instead)), parts.Value(nameof(Text)), parts.Value(nameof(Source)))
            : null;
}
