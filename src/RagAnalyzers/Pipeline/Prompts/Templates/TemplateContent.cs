using System.Collections.Immutable;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>What prompt templates put into a prompt.</summary>
/// <param name="Sent">The pieces in the code: template text, and the values of the variables that the templates render.</param>
/// <param name="FromFiles">The templates that stand in prompt files.</param>
internal sealed record TemplateContent(TraceResult Sent, ImmutableArray<PromptPart> FromFiles)
{
    public static readonly TemplateContent Nothing = new(TraceResult.Nothing, ImmutableArray<PromptPart>.Empty);

    /// <summary>The templates whose text can be read.</summary>
    public ImmutableArray<UsedTemplate> Templates { get; init; } = ImmutableArray<UsedTemplate>.Empty;
}
