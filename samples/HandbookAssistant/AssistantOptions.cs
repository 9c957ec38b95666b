namespace HandbookAssistant;

/// <summary>The "Assistant" section of the configuration.</summary>
public sealed class AssistantOptions
{
    public const string Section = "Assistant";

    public string HandbookFolder { get; set; } = "handbook";

    public string ChatModel { get; set; } = "gpt-4.1-mini";

    public string EmbeddingModel { get; set; } = "text-embedding-3-small";

    public string FineTuningBaseModel { get; set; } = "gpt-4.1-mini-2025-04-14";

    public int MaxAnswerTokens { get; set; } = 500;

    /// <summary>Answer with <see cref="HandbookAnswerServiceCured"/> instead of <see cref="HandbookAnswerService"/>.</summary>
    public bool Cured { get; set; }
}
