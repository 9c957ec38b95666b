namespace RagAnalyzers.Text.Prose.English;

/// <summary>The words by which English prompts announce another prompt, which is what they are about.</summary>
internal static class QuotedPromptWords
{
    /// <summary>What it is called.</summary>
    public static readonly WordList Prompts = WordList.Of("prompt, system prompt, prompt template, user prompt");

    /// <summary>It is there already: "the original prompt".</summary>
    public static readonly WordList Given = WordList.Of("original, initial, existing, current, old, draft, raw, candidate");

    /// <summary>What is to be done with it.</summary>
    public static readonly WordList Tasks = WordList.Of(
        "improve, optimize, optimise, rewrite, refine, review, evaluate, critique, rate, grade, score, analyze, analyse, enhance, shorten, polish, fix"
    );
}
