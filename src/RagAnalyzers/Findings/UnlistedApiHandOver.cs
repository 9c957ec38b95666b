using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG0004: the table of the project's own members lacks lines, or has some that are no longer true.</summary>
/// <param name="Lines">The lines that it needs.</param>
/// <param name="Replaced">The lines that they take the place of, as they stand in the table.</param>
internal sealed record UnlistedApiHandOver(ImmutableArray<string> Lines, ImmutableArray<string> Replaced) : HandOver
{
    private const char Separator = '\n';

    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.AddValue(nameof(Lines), string.Join("\n", Lines))
            .AddValue(nameof(Replaced), Replaced.IsEmpty ? null : string.Join("\n", Replaced));

    /// <inheritdoc cref="HandOver"/>
    public static UnlistedApiHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.Value(nameof(Lines)) is { } lines
            ? new UnlistedApiHandOver(
                lines.Split(Separator).ToImmutableArray(),
                parts.Value(nameof(Replaced))?.Split(Separator).ToImmutableArray() ?? ImmutableArray<string>.Empty
            )
            : null;

    public bool Equals(UnlistedApiHandOver? other) =>
        other is not null && Lines.SequenceEqual(other.Lines) && Replaced.SequenceEqual(other.Replaced);

    public override int GetHashCode() => Lines.Length;
}
