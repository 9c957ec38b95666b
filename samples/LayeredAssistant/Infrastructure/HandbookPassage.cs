namespace LayeredAssistant.Infrastructure;

/// <summary>A section of the handbook, as the search service holds it.</summary>
public sealed class HandbookPassage
{
    public required string Id { get; init; }

    public required string Section { get; init; }

    public required string Text { get; init; }
}
