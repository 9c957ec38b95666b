using System;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>A response format that a fix puts in force.</summary>
/// <param name="Title">What the user reads.</param>
/// <param name="Value">Makes the format's text; its input is the indentation of the line on which it begins.</param>
internal sealed record NewFormat(string Title, Func<string, string> Value);
