using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Pipeline.Contracts;

/// <summary>A response format that Semantic Kernel's OpenAI connector drops.</summary>
/// <param name="Description">What it is, in words that end a sentence: "a Microsoft.Extensions.AI format".</param>
/// <param name="Equivalent">The format that the connector would send, if it is known.</param>
/// <param name="TypeSource">Where the value names the type whose schema it is, or null.</param>
internal sealed record DroppedFormat(
    string Description,
    FormatEquivalent Equivalent = FormatEquivalent.None,
    IOperation? TypeSource = null
);

/// <summary>What a format that a connector drops stands for.</summary>
internal enum FormatEquivalent
{
    /// <summary>Cannot be told.</summary>
    None,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>JSON mode.</summary>
    JsonObject,

    /// <summary>The schema that a constant string holds.</summary>
    Schema,
}
