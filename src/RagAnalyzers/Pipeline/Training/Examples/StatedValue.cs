using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Pipeline.Training.Examples;

/// <summary>A value that stands in the middle of a text.</summary>
/// <param name="Value">The value.</param>
/// <param name="Before">The constant text in front of it, other values left out.</param>
/// <param name="After">The constant text behind it.</param>
internal sealed record StatedValue(IOperation Value, string Before, string After);
