using System.Globalization;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG5007: chunking parameters that cannot work.</summary>
/// <param name="Call">What cuts, or says how.</param>
/// <param name="Possible">The nearest number that works in place of the reported one, or null.</param>
internal sealed record ImpossibleChunkingHandOver(Location Call, int? Possible) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts.Empty.Add(nameof(Call), Call).AddValue(nameof(Possible), Possible?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="HandOver"/>
    public static ImpossibleChunkingHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.One(nameof(Call)) is { } call
            ? new ImpossibleChunkingHandOver(
                call,
                int.TryParse(parts.Value(nameof(Possible)), NumberStyles.None, CultureInfo.InvariantCulture, out var possible)
                    ? possible
                    : null
            )
            : null;
}
