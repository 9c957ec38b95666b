using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Text.Json;

/// <summary>
/// What a strict schema may not hold. Source: OpenAI's guide "Structured model outputs", sections "Supported schemas" and "Some
/// type-specific keywords are not yet supported" (as of 2026): the composition keywords that it names as unsupported for every model, and
/// <c>oneOf</c>, which it does not name as supported and which the service answers with "'oneOf' is not permitted". Keywords that it
/// calls unsupported for some models only (<c>pattern</c>, <c>minLength</c>, <c>minItems</c>, <c>minimum</c> and their like) are not
/// listed.
/// </summary>
internal static class StrictSubset
{
    public static ImmutableHashSet<string> UnsupportedKeywords { get; } =
        ImmutableHashSet.Create(
            StringComparer.Ordinal,
            "allOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "dependentRequired",
            "dependentSchemas"
        );
}
