using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG3001: the code chooses between a fine-tuned model and retrieval.</summary>
/// <param name="Tuned">The call of the fine-tuned model.</param>
/// <param name="Grounded">The call that gets the passages.</param>
internal sealed record FineTunedModelOrRetrievalHandOver(Location Tuned, Location Grounded) : HandOver
{
    private protected override HandOverParts Parts => HandOverParts.Empty.Add(nameof(Tuned), Tuned).Add(nameof(Grounded), Grounded);

    /// <inheritdoc cref="HandOver"/>
    public static FineTunedModelOrRetrievalHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.One(nameof(Tuned)) is { } tuned && parts.One(nameof(Grounded)) is { } grounded
            ? new FineTunedModelOrRetrievalHandOver(tuned, grounded)
            : null;
}
