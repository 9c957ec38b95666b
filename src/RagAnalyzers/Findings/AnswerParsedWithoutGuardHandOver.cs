using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG2011: nothing handles that the answer may be malformed.</summary>
/// <param name="ModelCall">The model call, or the first one of several.</param>
/// <param name="ComesFromCall">It is the only one, and in the body of the finding.</param>
/// <param name="Exception">The full name of the exception that a malformed answer leads to.</param>
internal sealed record AnswerParsedWithoutGuardHandOver(Location ModelCall, bool ComesFromCall, string Exception) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(ModelCall), ModelCall)
            .AddMark(nameof(ComesFromCall), ComesFromCall)
            .AddValue(nameof(Exception), Exception);

    /// <inheritdoc cref="HandOver"/>
    public static AnswerParsedWithoutGuardHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts
        && parts.One(nameof(ModelCall)) is { } call
        && parts.Value(nameof(Exception)) is { } exception
            ? new AnswerParsedWithoutGuardHandOver(call, parts.IsMarked(nameof(ComesFromCall)), exception)
            : null;
}
