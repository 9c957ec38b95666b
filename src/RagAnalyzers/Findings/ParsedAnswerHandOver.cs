using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Findings;

/// <summary>RAG2001, RAG2002 and RAG2004: an answer is parsed, and no schema is in force.</summary>
/// <param name="Parse">The parse of the answer.</param>
/// <param name="ModelCall">The model call, when the finding sits on a call that leads to it in another body; or null.</param>
/// <param name="OptionsCreation">The one creation of the options, which this call alone uses, or null.</param>
/// <param name="FormatAssignment">
/// The one assignment of the format, in options that go to this call alone; null when there is none, so that nothing may be put in its place.
/// </param>
/// <param name="Sdk">The SDK of the model call, when its answer alone arrives; or null.</param>
/// <param name="PassesNoOptions">The model call's answer alone arrives, and the call passes no options (or null).</param>
internal sealed record ParsedAnswerHandOver(
    Location Parse,
    Location? ModelCall,
    Location? OptionsCreation,
    Location? FormatAssignment,
    SdkKind? Sdk,
    bool PassesNoOptions
) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(Parse), Parse)
            .Add(nameof(ModelCall), ModelCall)
            .Add(nameof(OptionsCreation), OptionsCreation)
            .Add(nameof(FormatAssignment), FormatAssignment)
            .AddValue(nameof(Sdk), Sdk)
            .AddMark(nameof(PassesNoOptions), PassesNoOptions);

    /// <inheritdoc cref="HandOver"/>
    public static ParsedAnswerHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.One(nameof(Parse)) is { } parse
            ? new ParsedAnswerHandOver(
                parse,
                parts.One(nameof(ModelCall)),
                parts.One(nameof(OptionsCreation)),
                parts.One(nameof(FormatAssignment)),
                parts.Value<SdkKind>(nameof(Sdk)),
                parts.IsMarked(nameof(PassesNoOptions))
            )
            : null;
}
