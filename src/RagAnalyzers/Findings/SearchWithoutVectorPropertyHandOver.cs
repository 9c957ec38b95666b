using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG5005: a search does not say which of several vectors it means.</summary>
/// <param name="Vectors">What declares the vector properties.</param>
/// <param name="Options">The options that are passed, or null.</param>
/// <param name="Parameter">The parameter for which they are.</param>
/// <param name="Property">The vector property that is evidently meant, or null.</param>
internal sealed record SearchWithoutVectorPropertyHandOver(
    ImmutableArray<Location> Vectors,
    Location? Options,
    string? Parameter,
    string? Property
) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(Vectors), Vectors)
            .Add(nameof(Options), Options)
            .AddValue(nameof(Parameter), Parameter)
            .AddValue(nameof(Property), Property);

    /// <inheritdoc cref="HandOver"/>
    public static SearchWithoutVectorPropertyHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts
            ? new SearchWithoutVectorPropertyHandOver(
                parts.All(nameof(Vectors)),
                parts.One(nameof(Options)),
                parts.Value(nameof(Parameter)),
                parts.Value(nameof(Property))
            )
            : null;
}
