namespace TicketLabeling;

/// <summary>The "Labeling" section of the configuration.</summary>
public sealed class LabelingOptions
{
    public const string Section = "Labeling";

    public string TicketFile { get; set; } = "tickets/labelled.jsonl";

    /// <summary>The model that labels: the base model at first, the tuned one when the evaluation has shown that it is better.</summary>
    public string Model { get; set; } = "gpt-4.1-mini-2025-04-14";

    public string FineTuningBaseModel { get; set; } = "gpt-4.1-mini-2025-04-14";
}
