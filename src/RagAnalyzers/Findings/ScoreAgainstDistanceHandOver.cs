using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG5006: scores are read in the wrong direction.</summary>
/// <param name="Declared">What declares how vectors are compared, or null where the function itself is called.</param>
/// <param name="Instead">The name of the method that orders the other way, or null where nothing is ordered.</param>
internal sealed record ScoreAgainstDistanceHandOver(Location? Declared, string? Instead) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts.Empty.Add(nameof(Declared), Declared).AddValue(nameof(Instead), Instead);

    /// <inheritdoc cref="HandOver"/>
    public static ScoreAgainstDistanceHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts
            ? new ScoreAgainstDistanceHandOver(parts.One(nameof(Declared)), parts.Value(nameof(Instead)))
            : null;
}
