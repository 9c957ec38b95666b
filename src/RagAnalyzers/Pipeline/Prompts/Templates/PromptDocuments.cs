using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Configuration;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Yaml;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>
/// Finds what a value says that is the text, or the path, of a prompt file: a constant, or a file that the code names and the compilation
/// was given.
/// </summary>
internal static class PromptDocuments
{
    /// <summary>The document, or null when it cannot be seen.</summary>
    public static PromptDocument? Of(Route route, IOperation value, PromptForm form)
    {
        var origins = route.TraceThroughCallers(value, FlowMode.Value);
        if (
            form is PromptForm.Prompty or PromptForm.Yaml
            && origins.Origins is [{ Kind: OriginKind.Constant } text]
            && !origins.IsTruncated
        )
        {
            return text.Operation.ConstantValue.Value is string constant ? Read(constant, form) : null;
        }

        return FileNamedBy(route, value)?.Document;
    }

    /// <summary>
    /// The prompt file that the code names on the way to a value: in a path, or in what it passes to the calls that read the value.
    /// </summary>
    public static PromptFile? FileNamedBy(Route route, IOperation value)
    {
        var files = route.Picture.Once(static p => new PromptFiles(p.AdditionalFiles));
        if (files.IsEmpty)
        {
            return null;
        }

        var passed = new HashSet<IOperation>();
        route.Picture.TraceWithinBody(value, FlowMode.Content, trail: passed);
        var texts = new HashSet<string>();
        foreach (
            var named in passed
                .OfType<IInvocationOperation>()
                .SelectMany(static c => c.Arguments.Select(static a => a.Value).Prepend(c.Instance))
                .OfType<IOperation>()
                .Append(value)
        )
        {
            foreach (var origin in route.TraceThroughCallers(named, FlowMode.Content).Origins)
            {
                if (origin.Kind == OriginKind.Constant && origin.Operation.ConstantValue.Value is string text)
                {
                    texts.Add(text);
                }
            }
        }

        return files.Named(texts);
    }

    private static PromptDocument? Read(string text, PromptForm form)
    {
        try
        {
            var lines = PromptFile.LinesOf(text);
            return form == PromptForm.Prompty
                ? PromptDocumentReader.ReadPrompty(lines)
                : PromptDocumentReader.ReadYaml(lines, isSurely: true);
        }
        catch (YamlException)
        {
            return null;
        }
    }
}
