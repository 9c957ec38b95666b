using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Findings;

/// <summary>
/// RAG2006: a response format that a connector drops. What it was meant to be is said by the parse of the answer, or else by the type that
/// the format names, or else by what it stands for.
/// </summary>
/// <param name="Parse">The parse of the answer, or null.</param>
/// <param name="ModelCall">The model call whose answer is parsed; null when <paramref name="Parse"/> is.</param>
/// <param name="TypeSource">The expression that names the type whose schema the format was meant to be; null when a parse says it.</param>
/// <param name="Equivalent">What the dropped format stands for; null when that cannot be told.</param>
internal sealed record FormatIgnoredByConnectorHandOver(
    Location? Parse,
    Location? ModelCall,
    Location? TypeSource,
    FormatStrength? Equivalent
) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(Parse), Parse)
            .Add(nameof(ModelCall), ModelCall)
            .Add(nameof(TypeSource), TypeSource)
            .AddValue(nameof(Equivalent), Equivalent);

    /// <inheritdoc cref="HandOver"/>
    public static FormatIgnoredByConnectorHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts
            ? new FormatIgnoredByConnectorHandOver(
                parts.One(nameof(Parse)),
                parts.One(nameof(ModelCall)),
                parts.One(nameof(TypeSource)),
                parts.Value<FormatStrength>(nameof(Equivalent))
            )
            : null;
}
