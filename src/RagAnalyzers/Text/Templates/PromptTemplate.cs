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

    /// <summary>Those of the variables that are certainly in system messages alone.</summary>
    public ImmutableHashSet<string> InSystemMessages { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>The functions whose results are certainly in the prompt, as far as the template names them.</summary>
    public ImmutableArray<TemplateFunction> Functions { get; init; } = ImmutableArray<TemplateFunction>.Empty;

    /// <summary>Nothing but the text, the variables and the results of <see cref="Functions"/> can be in the prompt.</summary>
    public bool NamesAllFunctions { get; init; }

    public static PromptTemplate Parse(string text, TemplateFormat? format) =>
        Read(text, format) is { Variables.IsEmpty: false } template && format is { } known
            ? template with
            {
                InSystemMessages = SystemMessages.VariablesIn(text, known),
            }
            : Read(text, format);

    /// <summary>The template, whatever messages it makes.</summary>
    internal static PromptTemplate Read(string text, TemplateFormat? format) =>
        format switch
        {
            TemplateFormat.SemanticKernel => SemanticKernelTemplate.Parse(text),
            TemplateFormat.Handlebars => new HandlebarsTemplate().Parse(text),
            TemplateFormat.Liquid => new LiquidTemplate().Parse(text),
            _ => Unknown,
        };
}
