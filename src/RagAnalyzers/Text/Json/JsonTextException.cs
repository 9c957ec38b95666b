using System;

namespace RagAnalyzers.Text.Json;

/// <summary>A text is not JSON.</summary>
/// <param name="message">What is wrong, as the end of a sentence.</param>
/// <param name="position">Where in the text.</param>
internal sealed class JsonTextException(string message, int position) : Exception(message)
{
    public int Position { get; } = position;
}
