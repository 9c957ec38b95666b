using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Prompts.Templates;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Contracts;

/// <summary>Reads the output contract that stands in a prompt file, beside the prompt.</summary>
internal static class PromptFileContracts
{
    /// <summary>
    /// What the function's prompt files make sure of about the form of the answer; nothing when its prompt stands in no file of settings.
    /// </summary>
    public static IEnumerable<OutputContractKind> Of(PromptFunction function)
    {
        if (function.Fact.Form == PromptForm.Template)
        {
            yield break;
        }

        foreach (var value in function.Arguments(function.Fact.Prompt))
        {
            var document = PromptDocuments.Of(function.Route, value, function.Fact.Form);
            yield return document switch
            {
                { ResponseFormat: FormatStrength.Schema } => OutputContractKind.Schema,
                { ShowsSettings: true, ResponseFormat: FormatStrength.JsonMode } => OutputContractKind.JsonMode,
                { ShowsSettings: true } => OutputContractKind.None,
                _ => OutputContractKind.Perhaps,
            };
        }
    }
}
