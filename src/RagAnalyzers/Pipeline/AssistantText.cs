using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow;

namespace RagAnalyzers.Pipeline;

/// <summary>A value that a training example lets the assistant say.</summary>
/// <param name="Value">The value as it is written there.</param>
/// <param name="Origins">What it is made of.</param>
internal sealed record AssistantText(IOperation Value, ImmutableArray<Origin> Origins);
