using System.Globalization;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG5003: an embedding model cannot return the dimensions that it is asked for.</summary>
/// <param name="Number">The expression that says the number.</param>
/// <param name="Model">The expression that names the model.</param>
/// <param name="Possible">The nearest number that the model returns when it is asked for it; null when it must not be asked.</param>
internal sealed record ImpossibleDimensionsHandOver(Location Number, Location? Model, int? Possible) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(Number), Number)
            .Add(nameof(Model), Model)
            .AddValue(nameof(Possible), Possible?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="HandOver"/>
    public static ImpossibleDimensionsHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.One(nameof(Number)) is { } number
            ? new ImpossibleDimensionsHandOver(
                number,
                parts.One(nameof(Model)),
                int.TryParse(parts.Value(nameof(Possible)), NumberStyles.None, CultureInfo.InvariantCulture, out var possible)
                    ? possible
                    : null
            )
            : null;
}
