namespace DocsInHouseStyle;

/// <summary>What the help page shows.</summary>
/// <param name="Text">The answer, in the house style.</param>
/// <param name="Sources">The sections that it rests on.</param>
public sealed record DocsAnswer(string Text, IReadOnlyList<string> Sources);
