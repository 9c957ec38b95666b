namespace LayeredAssistant.Application;

/// <summary>What the intranet page shows.</summary>
public sealed record HandbookAnswer(bool Found, string Answer, IReadOnlyList<string> Sources);
