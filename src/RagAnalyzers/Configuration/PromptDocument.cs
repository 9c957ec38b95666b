using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Configuration;

/// <summary>What a prompt file, or text of its form, says.</summary>
/// <param name="Template">The prompt template, or null when it cannot be seen.</param>
/// <param name="Language">The template's language, or null when it is not known.</param>
/// <param name="ResponseFormat">The response format that the settings ask for, or null when they ask for none.</param>
/// <param name="ShowsSettings">The settings can be seen; otherwise there may be a response format all the same.</param>
internal sealed record PromptDocument(string? Template, TemplateFormat? Language, FormatStrength? ResponseFormat, bool ShowsSettings)
{
    /// <summary>The variables that are exempt from encoding; in YAML alone.</summary>
    public ImmutableArray<string> Unencoded { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The template says of all that it is given that it is not to be encoded; in YAML alone.</summary>
    public bool IsUnencoded { get; init; }
}
