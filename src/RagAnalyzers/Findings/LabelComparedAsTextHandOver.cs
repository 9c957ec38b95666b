using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Findings;

/// <summary>RAG2012: a label from a closed set is compared as free text.</summary>
/// <param name="Comparisons">The comparisons.</param>
/// <param name="ModelCall">The model call, when the finding sits on a call that leads to it in another body; or null.</param>
/// <param name="Sdk">The SDK of the model call, when the finding sits on it; or null.</param>
/// <param name="Property">The name of the answer's property that is compared, or null for the answer's text.</param>
internal sealed record LabelComparedAsTextHandOver(
    ImmutableArray<Location> Comparisons,
    Location? ModelCall,
    SdkKind? Sdk,
    string? Property
) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(Comparisons), Comparisons)
            .Add(nameof(ModelCall), ModelCall)
            .AddValue(nameof(Sdk), Sdk)
            .AddValue(nameof(Property), Property);

    /// <inheritdoc cref="HandOver"/>
    public static LabelComparedAsTextHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.All(nameof(Comparisons)) is { IsEmpty: false } comparisons
            ? new LabelComparedAsTextHandOver(
                comparisons,
                parts.One(nameof(ModelCall)),
                parts.Value<SdkKind>(nameof(Sdk)),
                parts.Value(nameof(Property))
            )
            : null;
}
