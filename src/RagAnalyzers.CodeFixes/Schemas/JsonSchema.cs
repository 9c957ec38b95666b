namespace RagAnalyzers.CodeFixes.Schemas;

/// <summary>What became of a type: the text of its schema, or the reason why it has none.</summary>
internal sealed record JsonSchema(string? Text, string? Refusal);
