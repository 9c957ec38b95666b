using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG4005: a training file is not JSONL, or was uploaded for another purpose. At most one of the locations is there.</summary>
/// <param name="Name">The expression that names the file; changing it alone puts the upload right.</param>
/// <param name="Purpose">The expression that states the purpose; changing it alone puts the upload right.</param>
/// <param name="Upload">The upload, when the finding sits on the job.</param>
internal sealed record WrongTrainingFileHandOver(Location? Name, Location? Purpose, Location? Upload) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts.Empty.Add(nameof(Name), Name).Add(nameof(Purpose), Purpose).Add(nameof(Upload), Upload);

    /// <inheritdoc cref="HandOver"/>
    public static WrongTrainingFileHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts
            ? new WrongTrainingFileHandOver(parts.One(nameof(Name)), parts.One(nameof(Purpose)), parts.One(nameof(Upload)))
            : null;
}
