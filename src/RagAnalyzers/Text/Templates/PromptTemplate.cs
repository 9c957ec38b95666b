using System.Collections.Immutable;

namespace RagAnalyzers.Text.Templates;

/// <summary>What the text of a prompt template says of the prompt that is made of it.</summary>
/// <param name="Variables">The variables whose values are certainly in the prompt, in lower case.</param>
/// <param name="IsComplete">Nothing but the text and these variables can be in the prompt: the template calls no function and hides
/// nothing.</param>
internal sealed record PromptTemplate(ImmutableHashSet<string> Variables, bool IsComplete)
{
    /// <summary>A template in a language that is not known.</summary>
    public static readonly PromptTemplate Unknown = new(ImmutableHashSet<string>.Empty, IsComplete: false);

    public static PromptTemplate Parse(string text, TemplateFormat? format) =>
        format switch
        {
            TemplateFormat.SemanticKernel => SemanticKernelTemplate.Parse(text),
            TemplateFormat.Handlebars => new HandlebarsTemplate().Parse(text),
            TemplateFormat.Liquid => new LiquidTemplate().Parse(text),
            _ => Unknown,
        };
}
