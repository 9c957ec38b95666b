using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Configuration;
using RagAnalyzers.Configuration.Yaml;
using RagAnalyzers.Flow;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline.Templates;

/// <summary>
/// Finds what a value says that is the text, or the path, of a prompt file: a constant, or a file that the code names and the compilation
/// was given.
/// </summary>
internal static class PromptDocuments
{
    /// <summary>The document, or null when it cannot be seen.</summary>
    public static PromptDocument? Of(PipelineModel model, IOperation value, PromptForm form, CallChain? via)
    {
        var origins = model.Trace(value, FlowMode.Value, via);
        if (
            form is PromptForm.Prompty or PromptForm.Yaml
            && origins.Origins is [{ Kind: OriginKind.Constant } text]
            && !origins.IsTruncated
        )
        {
            return text.Operation.ConstantValue.Value is string constant ? Read(constant, form) : null;
        }

        return FileNamedBy(model, value, via)?.Document;
    }

    /// <summary>
    /// What the function's prompt files make sure of about the form of the answer; nothing when its prompt stands in no file of settings.
    /// </summary>
    public static IEnumerable<OutputContractKind> ContractsOf(PipelineModel model, PromptFunction function)
    {
        if (function.Fact.Form == PromptForm.Template)
        {
            yield break;
        }

        foreach (var value in function.Fact.Prompt.Select(function.Factory.ArgumentNamed).OfType<IOperation>())
        {
            var document = Of(model, value, function.Fact.Form, function.Via);
            yield return document switch
            {
                { ResponseFormat: FormatStrength.Schema } => OutputContractKind.Schema,
                { ShowsSettings: true, ResponseFormat: FormatStrength.JsonMode } => OutputContractKind.JsonMode,
                { ShowsSettings: true } => OutputContractKind.None,
                _ => OutputContractKind.Perhaps,
            };
        }
    }

    /// <summary>
    /// The prompt file that the code names on the way to a value: in a path, or in what it passes to the calls that read the value.
    /// </summary>
    public static PromptFile? FileNamedBy(PipelineModel model, IOperation value, CallChain? via)
    {
        if (model.PromptFiles.IsEmpty)
        {
            return null;
        }

        var passed = new HashSet<IOperation>();
        model.Tracer.Trace(value, FlowMode.Content, trail: passed);
        var texts = new HashSet<string>();
        foreach (
            var named in passed
                .OfType<IInvocationOperation>()
                .SelectMany(static c => c.Arguments.Select(static a => a.Value).Prepend(c.Instance))
                .OfType<IOperation>()
                .Append(value)
        )
        {
            foreach (var origin in model.Trace(named, FlowMode.Content, via).Origins)
            {
                if (origin.Kind == OriginKind.Constant && origin.Operation.ConstantValue.Value is string text)
                {
                    texts.Add(text);
                }
            }
        }

        return model.PromptFiles.Named(texts);
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
