using System;
using System.Linq;
using System.Text.RegularExpressions;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Prose.English;

namespace RagAnalyzers.Rules.Combination;

/// <summary>
/// Finds what in the constant part of a prompt shapes the model's behaviour at length: worked examples, and blocks of formatting
/// instructions.
/// </summary>
internal static class BehaviourShaping
{
    private const int FewestExamples = 3;

    // Of one block, so many words have to be about form; a long text may be about anything.
    private const int FewestFormWords = 3;

    private const RegexOptions ByLine = RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Heading = new(@"^[\s#*>-]*examples?\s*#?\d+", ByLine);

    // What an example shows, and what is made of it.
    private static readonly (Regex Given, Regex Made)[] Pairs =
    {
        (Line("q"), Line("a")),
        (Line("input"), Line("output")),
        (Line("question"), Line("answer")),
        (Line("user"), Line("assistant")),
        (Line("human"), Line("ai")),
    };

    private static readonly Regex FormWord = new($@"\b{FormWords.All.Either}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>What shapes behaviour in this prompt, in words for the message; null when it is little.</summary>
    public static string? In(Prompt prompt, int longBlock)
    {
        var examples = ExamplesIn(prompt);
        if (examples >= FewestExamples)
        {
            return $"{examples} constant examples";
        }

        var block = prompt
            .Parts.Select(static p => p.Text)
            .OfType<string>()
            .Where(t => t.Length >= longBlock && FormWord.Matches(t).Count >= FewestFormWords)
            .Select(static t => t.Length)
            .DefaultIfEmpty()
            .Max();
        return block > 0 ? $"{block} characters of format instructions" : null;
    }

    private static int ExamplesIn(Prompt prompt)
    {
        var texts = prompt.Parts.Where(static p => p.Text is not null).ToList();
        var messages = new[] { PromptRole.User, PromptRole.Assistant }.Min(role =>
            texts.Count(p => p.Role == role && IsWholeMessage(p, prompt))
        );
        return texts.Select(static p => p.Text!).Sum(InText) is var inText && inText > messages ? inText : messages;
    }

    /// <summary>A message is an example when all of it is constant.</summary>
    private static bool IsWholeMessage(PromptPart part, Prompt prompt) =>
        part.Origin.Part is { } message && prompt.Parts.Count(p => ReferenceEquals(p.Origin.Part, message)) == 1;

    private static int InText(string text) =>
        Pairs.Select(p => Math.Min(p.Given.Matches(text).Count, p.Made.Matches(text).Count)).Append(Heading.Matches(text).Count).Max();

    /// <summary>The label at the start of a line or, "Q: When? A: Never.", of a sentence.</summary>
    private static Regex Line(string label) => new($@"(?:^[\s#*>-]*|[.?!]\s+|=>\s*){label}\s*\d*\**\s*:", ByLine);
}
