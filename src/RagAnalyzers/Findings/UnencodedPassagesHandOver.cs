using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG6004: retrieved text is exempt from prompt encoding.</summary>
/// <param name="Passages">What finds the text.</param>
/// <param name="Call">The call that renders the template.</param>
/// <param name="CanBeEncoded">The text can be encoded by the template: without the exemption, nothing fails.</param>
internal sealed record UnencodedPassagesHandOver(Location? Passages, Location? Call, bool CanBeEncoded) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts.Empty.Add(nameof(Passages), Passages).Add(nameof(Call), Call).AddMark(nameof(CanBeEncoded), CanBeEncoded);

    /// <inheritdoc cref="HandOver"/>
    public static UnencodedPassagesHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts
            ? new UnencodedPassagesHandOver(parts.One(nameof(Passages)), parts.One(nameof(Call)), parts.IsMarked(nameof(CanBeEncoded)))
            : null;
}
