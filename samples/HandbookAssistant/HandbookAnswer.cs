namespace HandbookAssistant;

/// <summary>What the intranet page shows: an answer and the handbook sections it rests on.</summary>
/// <param name="Found">Whether the handbook answers the question at all.</param>
/// <param name="Answer">The answer, in one or two sentences.</param>
/// <param name="Sources">The sections that the answer was taken from.</param>
public sealed record HandbookAnswer(bool Found, string Answer, IReadOnlyList<string> Sources);
