using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Findings;

/// <summary>RAG2003: a prompt asks for a format that no schema enforces.</summary>
/// <param name="Words">The text that asks for it, when it stands in code; or null.</param>
/// <param name="SchemaExport">
/// The call that makes the schema of <paramref name="Target"/>; null when the prompt has the type's name alone, or no type is evident.
/// </param>
/// <param name="OptionsCreation">The one creation of the options, which this call alone uses, or null.</param>
/// <param name="Sdk">The SDK of the model call.</param>
/// <param name="PassesNoOptions">The model call passes no options (or null).</param>
/// <param name="Target">
/// The documentation id, as a reference, of the one type that the prompt takes the shape of the answer from; null when none is evident.
/// </param>
/// <param name="OtherCalls">The calls after the first that send the same words, or run the same agent.</param>
internal sealed record RequestedFormatNotEnforcedHandOver(
    Location? Words,
    Location? SchemaExport,
    Location? OptionsCreation,
    SdkKind Sdk,
    bool PassesNoOptions,
    string? Target,
    ImmutableArray<Location> OtherCalls
) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(Words), Words)
            .Add(nameof(SchemaExport), SchemaExport)
            .Add(nameof(OptionsCreation), OptionsCreation)
            .Add(nameof(OtherCalls), OtherCalls)
            .AddValue<SdkKind>(nameof(Sdk), Sdk)
            .AddMark(nameof(PassesNoOptions), PassesNoOptions)
            .AddValue(nameof(Target), Target);

    /// <inheritdoc cref="HandOver"/>
    public static RequestedFormatNotEnforcedHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.Value<SdkKind>(nameof(Sdk)) is { } sdk
            ? new RequestedFormatNotEnforcedHandOver(
                parts.One(nameof(Words)),
                parts.One(nameof(SchemaExport)),
                parts.One(nameof(OptionsCreation)),
                sdk,
                parts.IsMarked(nameof(PassesNoOptions)),
                parts.Value(nameof(Target)),
                parts.All(nameof(OtherCalls))
            )
            : null;
}
