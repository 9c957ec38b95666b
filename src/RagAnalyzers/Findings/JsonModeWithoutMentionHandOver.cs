using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG2005: JSON mode, and no message mentions JSON.</summary>
/// <param name="Text">The constant text to which the request for JSON can be added, or null.</param>
internal sealed record JsonModeWithoutMentionHandOver(Location? Text) : HandOver
{
    private protected override HandOverParts Parts => HandOverParts.Empty.Add(nameof(Text), Text);

    /// <inheritdoc cref="HandOver"/>
    public static JsonModeWithoutMentionHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts ? new JsonModeWithoutMentionHandOver(parts.One(nameof(Text))) : null;
}
