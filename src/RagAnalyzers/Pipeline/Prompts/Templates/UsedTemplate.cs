using Microsoft.CodeAnalysis;
using RagAnalyzers.Configuration;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>A template that a call renders, or a part of one that a trace found.</summary>
/// <param name="Route">How the body was reached that passes it.</param>
/// <param name="Value">What is passed: the template, or a configuration object that holds it.</param>
/// <param name="Factory">The factory that makes a template of it, or null where none is passed.</param>
/// <param name="Language">Its language, or null when it is not known.</param>
/// <param name="Text">What its text says.</param>
internal sealed record UsedTemplate(Route Route, IOperation Value, IOperation? Factory, TemplateFormat? Language, PromptTemplate Text)
{
    /// <summary>The prompt document that the template stands in, and what says it or the file; null where it stands by itself.</summary>
    public (PromptDocument Document, IOperation Said)? Within { get; init; }

    /// <summary>The one constant that says the text; null where it is put together, or stands in a file or a document.</summary>
    public IOperation? Written { get; init; }
}
