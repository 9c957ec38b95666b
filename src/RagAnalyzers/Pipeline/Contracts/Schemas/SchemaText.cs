using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Pipeline.Contracts.Schemas;

/// <summary>A schema that stands in the code.</summary>
/// <param name="Value">The text, as the program has it.</param>
/// <param name="Syntax">The expression that it is written as: a literal, or several that are added up.</param>
internal sealed record SchemaText(string Value, SyntaxNode Syntax);
