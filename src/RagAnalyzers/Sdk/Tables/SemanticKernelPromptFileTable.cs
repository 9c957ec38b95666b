using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// Semantic Kernel's packages for prompts that stand in files (YAML, Prompty) or in another template language (Handlebars, Liquid).
/// </summary>
internal static class SemanticKernelPromptFileTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.SemanticKernel)
            .Type("Microsoft.SemanticKernel.KernelFunctionYaml")
            .PromptFunctions(["FromPromptYaml"], prompt: ["text"], options: [], PromptForm.Yaml)
            .Type("Microsoft.SemanticKernel.PromptYamlKernelExtensions")
            .PromptFunctions(["CreateFunctionFromPromptYaml"], prompt: ["text"], options: [], PromptForm.Yaml)
            .Type("Microsoft.SemanticKernel.Prompty.KernelFunctionPrompty")
            .PromptFunctions(["FromPrompty"], prompt: ["text"], options: [], PromptForm.Prompty)
            .Type("Microsoft.SemanticKernel.PromptyKernelExtensions")
            .PromptFunctions(["CreateFunctionFromPrompty"], prompt: ["promptyTemplate"], options: [], PromptForm.Prompty)
            .PromptFunctions(
                ["CreateFunctionFromPromptyFile"],
                prompt: ["promptyFilePath", "fileInfo"],
                options: [],
                PromptForm.PromptyFile
            )
            .Type("Microsoft.SemanticKernel.HandlebarsKernelExtensions")
            .ModelCalls(
                ["InvokeHandlebarsPromptAsync"],
                prompt: ["promptTemplate"],
                options: ["arguments"],
                arguments: "arguments",
                language: TemplateFormat.Handlebars
            )
            .Type("Microsoft.SemanticKernel.PromptTemplates.Handlebars.HandlebarsPromptTemplateFactory")
            .NamesTemplateFormat(TemplateFormat.Handlebars, "HandlebarsTemplateFormat")
            .ExemptsFromEncoding(ExemptionScope.Factory, "AllowDangerouslySetContent")
            .Type("Microsoft.SemanticKernel.PromptTemplates.Liquid.LiquidPromptTemplateFactory")
            .NamesTemplateFormat(TemplateFormat.Liquid, "LiquidTemplateFormat")
            .ExemptsFromEncoding(ExemptionScope.Factory, "AllowDangerouslySetContent")
            .ToEntries();
}
