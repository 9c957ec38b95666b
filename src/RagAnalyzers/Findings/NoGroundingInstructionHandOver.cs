using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG6001: the prompt does not tell the model to answer from the passages.</summary>
/// <param name="Passages">What finds the passages.</param>
/// <param name="Rules">A piece of an English system message, at the end of which the instruction can be put, or null.</param>
/// <param name="Opening">A piece of English text of the call's own body, before which it can be put otherwise, or null.</param>
internal sealed record NoGroundingInstructionHandOver(ImmutableArray<Location> Passages, Location? Rules, Location? Opening) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts.Empty.Add(nameof(Passages), Passages).Add(nameof(Rules), Rules).Add(nameof(Opening), Opening);

    /// <inheritdoc cref="HandOver"/>
    public static NoGroundingInstructionHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts
            ? new NoGroundingInstructionHandOver(parts.All(nameof(Passages)), parts.One(nameof(Rules)), parts.One(nameof(Opening)))
            : null;
}
