namespace DocsInHouseStyle;

/// <summary>
/// How the docs team writes. The system message says it; the examples that a model may be tuned on show it. Neither of them says a
/// word about what the docs contain.
/// </summary>
internal static class HouseStyle
{
    public const string System = """
        You answer questions about the product from the passages you are given, and from nothing else. Name the passages that the answer
        rests on as they are named in square brackets. If they do not answer the question, say so in one sentence and name none.
        Write in the house style: address the reader as "you", use the present tense, no sentence over twenty words, no exclamation marks.
        A procedure is a numbered list, one action for each step.
        """;

    public const int LongestSentence = 20;

    public static string Question(string passages, string question) => $"Passages:\n{passages}\nQuestion: {question}";

    /// <summary>Of the rules that a program can check, how many a text keeps, from 0 to 1.</summary>
    public static double Score(string text)
    {
        bool[] kept =
        [
            !text.Contains('!'),
            text.Split(['.', '?', ':', '\n'], StringSplitOptions.RemoveEmptyEntries)
                .All(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= LongestSentence),
            !text.Contains("the user", StringComparison.OrdinalIgnoreCase),
            !text.Contains(" will ", StringComparison.OrdinalIgnoreCase),
        ];
        return kept.Count(rule => rule) / (double)kept.Length;
    }
}
