using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Findings;

/// <summary>RAG2012: a label from a closed set is compared as free text.</summary>
/// <param name="Comparisons">The comparisons.</param>
/// <param name="ModelCall">The model call, when the finding sits on a call that leads to it in another body; or null.</param>
/// <param name="Sdk">The SDK of the model call, when the finding sits on it; or null.</param>
/// <param name="Property">The name of the answer's property that is compared, or null for the answer's text.</param>
/// <param name="Beside">The labels that the prompt offers beside those that the code compares with.</param>
internal sealed record LabelComparedAsTextHandOver(
    ImmutableArray<Location> Comparisons,
    Location? ModelCall,
    SdkKind? Sdk,
    string? Property,
    ImmutableArray<string> Beside
) : HandOver
{
    private const string Separator = "\n";

    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(Comparisons), Comparisons)
            .Add(nameof(ModelCall), ModelCall)
            .AddValue(nameof(Sdk), Sdk)
            .AddValue(nameof(Property), Property)
            .AddValue(nameof(Beside), Beside.IsEmpty ? null : string.Join(Separator, Beside));

    /// <inheritdoc cref="HandOver"/>
    public static LabelComparedAsTextHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.All(nameof(Comparisons)) is { IsEmpty: false } comparisons
            ? new LabelComparedAsTextHandOver(
                comparisons,
                parts.One(nameof(ModelCall)),
                parts.Value<SdkKind>(nameof(Sdk)),
                parts.Value(nameof(Property)),
                parts.Value(nameof(Beside))?.Split(Separator[0]).ToImmutableArray() ?? ImmutableArray<string>.Empty
            )
            : null;
}
