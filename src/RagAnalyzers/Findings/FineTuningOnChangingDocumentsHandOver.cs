using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG1001: fine-tuning data comes from documents that change.</summary>
/// <param name="Uploads">The uploads of such data.</param>
internal sealed record FineTuningOnChangingDocumentsHandOver(ImmutableArray<Location> Uploads) : HandOver
{
    private protected override HandOverParts Parts => HandOverParts.Empty.Add(nameof(Uploads), Uploads);

    /// <inheritdoc cref="HandOver"/>
    public static FineTuningOnChangingDocumentsHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.All(nameof(Uploads)) is { IsEmpty: false } uploads
            ? new FineTuningOnChangingDocumentsHandOver(uploads)
            : null;
}
