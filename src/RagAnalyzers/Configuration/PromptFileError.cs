using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Configuration;

/// <summary>What is wrong with a prompt file, and on which line.</summary>
internal sealed record PromptFileError(string Message, Location Location);
