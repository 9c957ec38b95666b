using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Contracts;

/// <summary>A response format that Semantic Kernel's OpenAI connector drops.</summary>
/// <param name="Description">What it is, in words that end a sentence: "a Microsoft.Extensions.AI format".</param>
/// <param name="Equivalent">
/// What the connector would send for it: free text, JSON mode, or the schema that the value, a constant text, is; null when that cannot be told.
/// </param>
/// <param name="TypeSource">Where the value names the type whose schema it is, or null.</param>
internal sealed record DroppedFormat(string Description, FormatStrength? Equivalent = null, IOperation? TypeSource = null);
