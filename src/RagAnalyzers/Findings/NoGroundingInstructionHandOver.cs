using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG6001: the prompt does not tell the model to answer from the passages.</summary>
/// <param name="Passages">What finds the passages.</param>
/// <param name="Text">A piece of English text to which the instruction can be added, or null.</param>
/// <param name="IsRules">The text is a system message, and the instruction comes last; otherwise it comes first.</param>
internal sealed record NoGroundingInstructionHandOver(ImmutableArray<Location> Passages, Location? Text, bool IsRules) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts.Empty.Add(nameof(Passages), Passages).Add(nameof(Text), Text).AddMark(nameof(IsRules), IsRules);

    /// <inheritdoc cref="HandOver"/>
    public static NoGroundingInstructionHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts
            ? new NoGroundingInstructionHandOver(parts.All(nameof(Passages)), parts.One(nameof(Text)), parts.IsMarked(nameof(IsRules)))
            : null;
}
