using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG4001: a fine-tuning job has no validation data.</summary>
/// <param name="Upload">The upload of the training file, when it is in the job's own body; or null.</param>
/// <param name="OptionsCreation">The creation of the job's options; null when there is none, or <paramref name="Upload"/> is null.</param>
/// <param name="Member">The member of the options that takes the validation file; null when <paramref name="Upload"/> is.</param>
internal sealed record FineTuningWithoutValidationHandOver(Location? Upload, Location? OptionsCreation, string? Member) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts.Empty.Add(nameof(Upload), Upload).Add(nameof(OptionsCreation), OptionsCreation).AddValue(nameof(Member), Member);

    /// <inheritdoc cref="HandOver"/>
    public static FineTuningWithoutValidationHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts
            ? new FineTuningWithoutValidationHandOver(
                parts.One(nameof(Upload)),
                parts.One(nameof(OptionsCreation)),
                parts.Value(nameof(Member))
            )
            : null;
}
