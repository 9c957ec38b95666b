using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG2007, RAG2009 and RAG2010: what is wrong with the schema of a response format.</summary>
/// <param name="SchemaText">The text of the schema, or null when it cannot be seen.</param>
/// <param name="IsInStrictSubset">The text is in the strict subset as it is.</param>
/// <param name="StrictParameter">The parameter that makes the schema strict, or null when the format has none.</param>
/// <param name="Parses">The parses of the answers, where they are all there is.</param>
/// <param name="ModelCall">RAG2007: the call in whose place a typed call can stand, or null.</param>
/// <param name="FormatAssignment">
/// RAG2007: the one assignment of the format, which such a typed call needs no more; null when <paramref name="ModelCall"/> is.
/// </param>
internal sealed record ResponseSchemaHandOver(
    Location? SchemaText,
    bool IsInStrictSubset,
    string? StrictParameter,
    ImmutableArray<Location> Parses,
    Location? ModelCall,
    Location? FormatAssignment
) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(SchemaText), SchemaText)
            .Add(nameof(Parses), Parses)
            .Add(nameof(ModelCall), ModelCall)
            .Add(nameof(FormatAssignment), FormatAssignment)
            .AddMark(nameof(IsInStrictSubset), IsInStrictSubset)
            .AddValue(nameof(StrictParameter), StrictParameter);

    /// <inheritdoc cref="HandOver"/>
    public static ResponseSchemaHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts
            ? new ResponseSchemaHandOver(
                parts.One(nameof(SchemaText)),
                parts.IsMarked(nameof(IsInStrictSubset)),
                parts.Value(nameof(StrictParameter)),
                parts.All(nameof(Parses)),
                parts.One(nameof(ModelCall)),
                parts.One(nameof(FormatAssignment))
            )
            : null;
}
