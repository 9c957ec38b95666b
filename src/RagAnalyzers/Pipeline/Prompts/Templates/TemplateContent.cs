using System.Collections.Immutable;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>What prompt templates put into a prompt.</summary>
/// <param name="Sent">The pieces in the code: template text, and the values of the variables that the templates render.</param>
/// <param name="FromFiles">The templates that stand in prompt files.</param>
internal sealed record TemplateContent(TraceResult Sent, ImmutableArray<PromptPart> FromFiles)
{
    public static readonly TemplateContent Nothing = new(TraceResult.Nothing, ImmutableArray<PromptPart>.Empty);

    /// <summary>What functions of the kernel return into the templates, where it holds passages.</summary>
    public ImmutableArray<PromptPart> FromFunctions { get; init; } = ImmutableArray<PromptPart>.Empty;

    /// <summary>Every template, and with it every variable that is rendered, can be seen; false where there is none.</summary>
    public bool AreTemplatesSeen { get; init; }

    /// <summary>The values of the variables that are rendered in system messages alone; they are not in <see cref="Sent"/>.</summary>
    public TraceResult SentAsSystem { get; init; } = TraceResult.Nothing;

    /// <summary>The templates whose text can be read.</summary>
    public ImmutableArray<UsedTemplate> Templates { get; init; } = ImmutableArray<UsedTemplate>.Empty;
}
