namespace RagAnalyzers.Text.Prose;

/// <summary>The words by which prompts of a language with spaces between its words demand a format for the whole answer.</summary>
internal sealed record FormatLanguage
{
    /// <summary>What may stand before an order: "please", "always", "you must".</summary>
    public required WordList Openings { get; init; }

    /// <summary>The verbs of an order, as the language gives orders: "respond", "return".</summary>
    public required WordList Orders { get; init; }

    /// <summary>Those of them whose object is the answer itself: "return JSON", and not "summarise the JSON".</summary>
    public required WordList Returning { get; init; }

    /// <summary>"only", and the words around the name of the format that change nothing: "a", "valid".</summary>
    public required WordList Qualifiers { get; init; }

    /// <summary>What the format makes: "format", "object", "array".</summary>
    public required WordList Wholes { get; init; }

    /// <summary>What leads from the order to the format: "as", "in".</summary>
    public required WordList Leads { get; init; }

    /// <summary>Leads that also say where something stands ("in the JSON"); they count before "JSON format" alone.</summary>
    public required WordList PlacingLeads { get; init; }

    /// <summary>Between the order and the format, these turn to something else.</summary>
    public required WordList Turns { get; init; }

    /// <summary>What may follow the format without making something else of it.</summary>
    public required WordList Continuations { get; init; }

    /// <summary>The answer as the subject of a sentence or the label of a line: "the answer", "output format".</summary>
    public required WordList Answers { get; init; }

    /// <summary>What is said of the answer: "must be", "should be".</summary>
    public required WordList Obligations { get; init; }

    /// <summary>"only" at the beginning of a sentence that names the format alone.</summary>
    public required WordList Only { get; init; }

    /// <summary>Before the demand, these turn it around.</summary>
    public required WordList Negations { get; init; }
}
