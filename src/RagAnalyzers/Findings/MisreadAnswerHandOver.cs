using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG2013: the parse does not read what the schema prescribes.</summary>
/// <param name="ModelCall">The model call that is under the schema.</param>
/// <param name="Enum">The schema prescribes the names of an enum, and the parse reads numbers.</param>
internal sealed record MisreadAnswerHandOver(Location ModelCall, bool Enum) : HandOver
{
    private protected override HandOverParts Parts => HandOverParts.Empty.Add(nameof(ModelCall), ModelCall).AddMark(nameof(Enum), Enum);

    /// <inheritdoc cref="HandOver"/>
    public static MisreadAnswerHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.One(nameof(ModelCall)) is { } call
            ? new MisreadAnswerHandOver(call, parts.IsMarked(nameof(Enum)))
            : null;
}
