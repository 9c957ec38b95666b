using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG5013: records are written under keys that do not stay, or do not differ.</summary>
/// <param name="Key">The expression that says the keys; null where it is not seen.</param>
/// <param name="Source">An expression that names the document, and may stand in the key's place; null where none is in scope.</param>
internal sealed record CopiesInIndexHandOver(Location? Key, Location? Source) : HandOver
{
    private protected override HandOverParts Parts => HandOverParts.Empty.Add(nameof(Key), Key).Add(nameof(Source), Source);

    /// <inheritdoc cref="HandOver"/>
    public static CopiesInIndexHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts ? new CopiesInIndexHandOver(parts.One(nameof(Key)), parts.One(nameof(Source))) : null;
}
