using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG6002: the source of the passages is dropped before the prompt.</summary>
/// <param name="Search">The search, or what makes the plug-in that searches.</param>
/// <param name="Instead">The name of the method that makes a plug-in which returns sources, or null where no plug-in is meant.</param>
internal sealed record SourceDroppedHandOver(Location Search, string? Instead) : HandOver
{
    private protected override HandOverParts Parts => HandOverParts.Empty.Add(nameof(Search), Search).AddValue(nameof(Instead), Instead);

    /// <inheritdoc cref="HandOver"/>
    public static SourceDroppedHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.One(nameof(Search)) is { } search
            ? new SourceDroppedHandOver(search, parts.Value(nameof(Instead)))
            : null;
}
