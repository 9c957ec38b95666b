using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Pipeline.Training.Examples;

/// <summary>A value that a training example lets the assistant say.</summary>
/// <param name="Value">The value as it is written there.</param>
/// <param name="Pieces">What it is put together from there, constants aside: holes, operands, members of what is serialized.</param>
/// <param name="Origins">Where all of that comes from.</param>
internal sealed record AssistantText(IOperation Value, ImmutableArray<IOperation> Pieces, ImmutableArray<Origin> Origins);
