using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// Semantic Kernel's plug-ins: the functions that a kernel has, and the settings that offer them to a model. The collection of
/// a kernel's plug-ins is a collection like any other, so its own <c>Add</c> needs no row.
/// </summary>
internal static class SemanticKernelToolsTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.SemanticKernel)
            .Type("Microsoft.SemanticKernel.Kernel")
            .Tools(ToolRole.Registers, ["Plugins"])
            .Passes("Clone")
            .Type("Microsoft.SemanticKernel.KernelPluginCollection")
            .PassesFrom(SdkTable.Constructor, "plugins")
            .Type("Microsoft.SemanticKernel.KernelFunctionAttribute")
            .Tools(ToolRole.Marks, [SdkTable.Constructor])
            .Type("Microsoft.SemanticKernel.KernelExtensions")
            .PassesFrom("Build", "builder")
            .Tools(ToolRole.Wraps, ["CreateFunctionFromMethod"], from: ["method"])
            .Tools(ToolRole.Groups, ["CreatePluginFromType"])
            .Tools(ToolRole.Groups, ["CreatePluginFromObject"], from: ["target"])
            .Tools(ToolRole.Groups, ["CreatePluginFromFunctions"], from: ["functions"])
            .Tools(ToolRole.Groups, ["ImportPluginFromType"], addsTo: "kernel")
            .Tools(ToolRole.Groups, ["ImportPluginFromObject"], from: ["target"], addsTo: "kernel")
            .Tools(ToolRole.Groups, ["ImportPluginFromFunctions"], from: ["functions"], addsTo: "kernel")
            .Tools(ToolRole.Groups, ["AddFromType"], addsTo: "plugins")
            .Tools(ToolRole.Groups, ["AddFromObject"], from: ["target"], addsTo: "plugins")
            .Tools(ToolRole.Groups, ["AddFromFunctions"], from: ["functions"], addsTo: "plugins")
            .Tools(ToolRole.Groups, ["Add"], from: ["plugin"], addsTo: "plugins")
            .Type("Microsoft.SemanticKernel.KernelPluginFactory")
            .Tools(ToolRole.Groups, ["CreateFromType"], from: ["instanceType"])
            .Tools(ToolRole.Groups, ["CreateFromType"])
            .Tools(ToolRole.Groups, ["CreateFromObject"], from: ["target"])
            .Tools(ToolRole.Groups, ["CreateFromFunctions"], from: ["functions"])
            .Type("Microsoft.SemanticKernel.KernelFunctionFactory")
            .Tools(ToolRole.Wraps, ["CreateFromMethod"], from: ["method"])
            .Type("Microsoft.SemanticKernel.KernelFunction")
            .Passes("AsAIFunction", "Clone")
            .Type("Microsoft.SemanticKernel.KernelPlugin")
            .Passes("AsAIFunctions")
            .Type("Microsoft.SemanticKernel.Data.TextSearchExtensions")
            .Tools(ToolRole.Searches, ["CreateSearch", "CreateGetTextSearchResults", "CreateGetSearchResults"])
            .Tools(ToolRole.Searches, ["CreateWithSearch", "CreateWithGetTextSearchResults", "CreateWithGetSearchResults"])
            .Type("Microsoft.SemanticKernel.PromptExecutionSettings")
            .Tools(ToolRole.Decides, ["FunctionChoiceBehavior"])
            .Type("Microsoft.SemanticKernel.FunctionChoiceBehavior")
            .Tools(ToolRole.Allows, ["Auto", "Required"], from: ["functions"])
            .Type("Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIPromptExecutionSettings")
            .Tools(ToolRole.Decides, ["ToolCallBehavior"])
            .Type("Microsoft.SemanticKernel.Connectors.OpenAI.ToolCallBehavior")
            .Tools(ToolRole.Allows, ["AutoInvokeKernelFunctions", "EnableKernelFunctions"])
            .ToEntries();
}
