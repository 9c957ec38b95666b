using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG5004: what is searched for and what is searched are embedded with different models.</summary>
/// <param name="QueryModel">The expression that names the model of the query.</param>
/// <param name="DocumentModel">The expression that names the model of the documents.</param>
/// <param name="Write">The write of the documents, or null where the vectors are compared right there.</param>
internal sealed record DifferentEmbeddingModelsHandOver(Location QueryModel, Location DocumentModel, Location? Write) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts.Empty.Add(nameof(QueryModel), QueryModel).Add(nameof(DocumentModel), DocumentModel).Add(nameof(Write), Write);

    /// <inheritdoc cref="HandOver"/>
    public static DifferentEmbeddingModelsHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts
        && parts.One(nameof(QueryModel)) is { } query
        && parts.One(nameof(DocumentModel)) is { } document
            ? new DifferentEmbeddingModelsHandOver(query, document, parts.One(nameof(Write)))
            : null;
}
