namespace DocsInHouseStyle;

/// <summary>The "Docs" section of the configuration.</summary>
public sealed class DocsOptions
{
    public const string Section = "Docs";

    public string Folder { get; set; } = "docs";

    public string StyleFile { get; set; } = "style/edited-answers.jsonl";

    /// <summary>
    /// The model that writes: the base model, or one that was tuned on the house style. Whichever it is, it is given the passages; no model
    /// knows what is in the docs today.
    /// </summary>
    public string WritingModel { get; set; } = "gpt-4.1-mini-2025-04-14";

    public string EmbeddingModel { get; set; } = "text-embedding-3-small";

    public string FineTuningBaseModel { get; set; } = "gpt-4.1-mini-2025-04-14";

    /// <summary>Below this similarity a passage has nothing to do with the question.</summary>
    public double LeastSimilarity { get; set; } = 0.3;
}
