using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG6003: retrieved text is placed in a system message.</summary>
/// <param name="Passages">What finds the text.</param>
/// <param name="Template">The prompt template that opens the message, where the code says it as one text; else null.</param>
/// <param name="Variables">The template's variables that hold the text.</param>
internal sealed record PassagesInSystemMessageHandOver(Location Passages, Location? Template, ImmutableArray<string> Variables) : HandOver
{
    private const char Separator = ',';

    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(Passages), Passages)
            .Add(nameof(Template), Template)
            .AddValue(nameof(Variables), Variables.IsEmpty ? null : string.Join(Separator.ToString(), Variables));

    /// <inheritdoc cref="HandOver"/>
    public static PassagesInSystemMessageHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.One(nameof(Passages)) is { } passages
            ? new PassagesInSystemMessageHandOver(
                passages,
                parts.One(nameof(Template)),
                parts.Value(nameof(Variables))?.Split(Separator).ToImmutableArray() ?? ImmutableArray<string>.Empty
            )
            : null;

    /// <inheritdoc/>
    public bool Equals(PassagesInSystemMessageHandOver? other) =>
        other is not null && Passages == other.Passages && Template == other.Template && Variables.SequenceEqual(other.Variables);

    /// <inheritdoc/>
    public override int GetHashCode() => Passages.GetHashCode();
}
