using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Tests.Sdk;

/// <summary>What the tables say of tools, on code as it is written.</summary>
public sealed class AiSdksToolsTests
{
    [Fact]
    public void Functions_of_chat_clients_and_agents()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;
            class C
            {
                void M(ChatOptions options, ChatClientAgentOptions agent, OpenAI.Chat.ChatCompletionOptions chat, OpenAI.Responses.CreateResponseOptions response)
                {
                    AIFunctionFactory.Create(() => "hi");
                    AIFunctionFactory.CreateDeclaration("hi", null, default);
                    OpenAI.Responses.ResponseTool.CreateFileSearchTool([]);
                    OpenAI.Responses.ResponseTool.CreateWebSearchTool();
                    _ = new HostedFileSearchTool();
                    _ = new HostedWebSearchTool();
                    _ = new TextSearchProvider(null!);
                    _ = options.Tools;
                    _ = agent.AIContextProviders;
                    _ = chat.Tools;
                    _ = response.Tools;
                }
            }
            """
        );
        Assert.True(lookup.OfCall<ToolFact>("AIFunctionFactory.Create") is { Role: ToolRole.Wraps, From: ["method"], AddsTo: null });
        Assert.Null(lookup.OfCall<ToolFact>("AIFunctionFactory.CreateDeclaration"));
        Assert.True(lookup.OfCall<ToolFact>("OpenAI.Responses.ResponseTool.CreateFileSearchTool") is { Role: ToolRole.Searches });
        Assert.Null(lookup.OfCall<ToolFact>("OpenAI.Responses.ResponseTool.CreateWebSearchTool"));
        Assert.True(lookup.OfNew<ToolFact>("HostedFileSearchTool") is { Role: ToolRole.Searches });
        Assert.Null(lookup.OfNew<ToolFact>("HostedWebSearchTool"));
        Assert.True(lookup.OfNew<ToolFact>("TextSearchProvider") is { Role: ToolRole.Searches });
        foreach (var property in new[] { "options.Tools", "agent.AIContextProviders", "chat.Tools", "response.Tools" })
        {
            Assert.True(lookup.OfProperty<ToolFact>(property) is { Role: ToolRole.Offers });
        }
    }

    [Fact]
    public void Functions_of_kernels()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.Connectors.OpenAI;
            class C
            {
                [KernelFunction]
                void M(Kernel kernel, IKernelBuilder builder, KernelPlugin plugin, OpenAIPromptExecutionSettings settings)
                {
                    kernel.ImportPluginFromType<C>();
                    kernel.CreatePluginFromType<C>();
                    kernel.Plugins.AddFromObject(this);
                    builder.Plugins.AddFromFunctions("name", []);
                    builder.Plugins.Add(plugin);
                    KernelPluginFactory.CreateFromType<C>();
                    kernel.CreateFunctionFromMethod(() => "hi");
                    FunctionChoiceBehavior.Auto();
                    FunctionChoiceBehavior.None();
                    _ = ToolCallBehavior.AutoInvokeKernelFunctions;
                    _ = settings.FunctionChoiceBehavior;
                    _ = settings.ToolCallBehavior;
                }
            }
            """
        );
        Assert.True(lookup.OfCall<ToolFact>("kernel.ImportPluginFromType") is { Role: ToolRole.Groups, From: [], AddsTo: "kernel" });
        Assert.True(lookup.OfCall<ToolFact>("kernel.CreatePluginFromType") is { Role: ToolRole.Groups, From: [], AddsTo: null });
        Assert.True(
            lookup.OfCall<ToolFact>("kernel.Plugins.AddFromObject") is { Role: ToolRole.Groups, From: ["target"], AddsTo: "plugins" }
        );
        Assert.True(
            lookup.OfCall<ToolFact>("builder.Plugins.AddFromFunctions") is { Role: ToolRole.Groups, From: ["functions"], AddsTo: "plugins" }
        );
        Assert.True(lookup.OfCall<ToolFact>("builder.Plugins.Add") is { Role: ToolRole.Groups, From: ["plugin"], AddsTo: "plugins" });
        Assert.True(lookup.OfCall<ToolFact>("KernelPluginFactory.CreateFromType") is { Role: ToolRole.Groups, From: [], AddsTo: null });
        Assert.True(lookup.OfCall<ToolFact>("kernel.CreateFunctionFromMethod") is { Role: ToolRole.Wraps, From: ["method"] });
        Assert.True(lookup.OfCall<ToolFact>("FunctionChoiceBehavior.Auto") is { Role: ToolRole.Allows, From: ["functions"] });
        Assert.Null(lookup.OfCall<ToolFact>("FunctionChoiceBehavior.None"));
        Assert.True(lookup.OfProperty<ToolFact>("ToolCallBehavior.AutoInvokeKernelFunctions") is { Role: ToolRole.Allows });
        Assert.True(lookup.OfProperty<ToolFact>("settings.FunctionChoiceBehavior") is { Role: ToolRole.Decides });
        Assert.True(lookup.OfProperty<ToolFact>("settings.ToolCallBehavior") is { Role: ToolRole.Decides });
        Assert.True(lookup.OfProperty<ToolFact>("kernel.Plugins") is { Role: ToolRole.Registers });
    }
}
