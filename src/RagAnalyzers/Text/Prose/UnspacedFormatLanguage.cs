namespace RagAnalyzers.Text.Prose;

/// <summary>The words by which prompts of a language that runs its words together demand a format for the whole answer.</summary>
internal sealed record UnspacedFormatLanguage
{
    /// <summary>The verbs of an order: "return", "answer".</summary>
    public required WordList Orders { get; init; }

    /// <summary>The order stands before the format as well as behind it.</summary>
    public required bool OrdersStandBefore { get; init; }

    /// <summary>What leads to the format before its name: "use", "as"; empty where that stands behind it.</summary>
    public required WordList Leads { get; init; }

    /// <summary>What the format makes, and what leads from it to the order: "format", "object", "in", "only".</summary>
    public required WordList Wholes { get; init; }

    /// <summary>The answer as the subject of a sentence or the label of a line.</summary>
    public required WordList Answers { get; init; }

    /// <summary>What makes something else of the format: "file", "code", "data".</summary>
    public required WordList SomethingElse { get; init; }

    /// <summary>What is said of the answer behind the format: "must be"; empty where the order's words say it.</summary>
    public required WordList Obligations { get; init; }

    /// <summary>These look like a negation, and turn nothing around: "must", "no explanation", "nothing else".</summary>
    public required WordList Affirmations { get; init; }

    /// <summary>Anywhere in the sentence, these turn the demand around or put it under a condition.</summary>
    public required WordList Negations { get; init; }
}
