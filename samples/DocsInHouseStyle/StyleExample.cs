namespace DocsInHouseStyle;

/// <summary>An answer as the docs team edited it, with the passages and the question that it was written from.</summary>
public sealed record StyleExample(string Passages, string Question, string Edited);
