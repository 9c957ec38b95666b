using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG5002: a record declares other dimensions than its vectors have.</summary>
/// <param name="Declared">The expression that says the dimensions, or what declares the property where none does.</param>
/// <param name="Embedding">The call that makes the vector; null where the store makes it.</param>
/// <param name="Model">The expression that names the model, or null.</param>
/// <param name="Dimensions">How many dimensions the vectors have.</param>
/// <param name="Others">The other writes and searches that go by the same declaration with such vectors.</param>
internal sealed record VectorDimensionsMismatchHandOver(
    Location Declared,
    Location? Embedding,
    Location? Model,
    int Dimensions,
    ImmutableArray<Location> Others
) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(Declared), Declared)
            .Add(nameof(Embedding), Embedding)
            .Add(nameof(Model), Model)
            .Add(nameof(Others), Others)
            .AddValue(nameof(Dimensions), Dimensions.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="HandOver"/>
    public static VectorDimensionsMismatchHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts
        && parts.One(nameof(Declared)) is { } declared
        && int.TryParse(parts.Value(nameof(Dimensions)), NumberStyles.None, CultureInfo.InvariantCulture, out var dimensions)
            ? new VectorDimensionsMismatchHandOver(
                declared,
                parts.One(nameof(Embedding)),
                parts.One(nameof(Model)),
                dimensions,
                parts.All(nameof(Others))
            )
            : null;
}
