using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Tests.Sdk;

/// <summary>Calls whose options, prompt or format are made elsewhere: functions, agents, containers of options.</summary>
public sealed class AiSdksConfigurationTests
{
    [Fact]
    public void Kernel_and_functions()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.SemanticKernel;
            class C
            {
                async Task M(Kernel kernel, KernelFunction function, Kernel byName)
                {
                    await kernel.InvokeAsync(function, new KernelArguments(new PromptExecutionSettings()));
                    await function.InvokeAsync<string>(kernel);
                    await byName.InvokeAsync("plugin", "function");
                    var answer = await kernel.InvokePromptAsync<string>("hi", new KernelArguments());
                    kernel.InvokePromptStreamingAsync("hi");
                    kernel.CreateFunctionFromPrompt("hi");
                    KernelFunctionFactory.CreateFromPrompt(new PromptTemplateConfig("hi"));
                    KernelFunctionFactory.CreateFromMethod(() => "hi");
                }
            }
            """
        );
        Assert.True(
            lookup.OfCall<ModelCallFact>("kernel.InvokeAsync")
                is { Function: "function", Prompt: [], Options: ["arguments"], Arguments: "arguments" }
        );
        Assert.True(lookup.OfCall<ModelCallFact>("function.InvokeAsync") is { Function: "this", Typed: false });
        Assert.Null(lookup.OfCall<SdkFact>("byName.InvokeAsync"));
        Assert.True(
            lookup.OfCall<ModelCallFact>("kernel.InvokePromptAsync")
                is {
                    Typed: false,
                    Prompt: ["promptTemplate", "promptTemplateConfig"],
                    Options: ["arguments", "promptTemplateConfig"],
                    Arguments: "arguments",
                    Function: null
                }
        );
        Assert.True(lookup.OfCall<ModelCallFact>("kernel.InvokePromptStreamingAsync") is { Streaming: true });
        Assert.True(
            lookup.OfCall<PromptFunctionFact>("kernel.CreateFunctionFromPrompt")
                is { Prompt: ["promptTemplate"], Options: ["executionSettings"] }
        );
        Assert.True(
            lookup.OfCall<PromptFunctionFact>("KernelFunctionFactory.CreateFromPrompt")
                is { Prompt: ["promptConfig"], Options: ["promptConfig"] }
        );
        Assert.Null(lookup.OfCall<PromptFunctionFact>("KernelFunctionFactory.CreateFromMethod"));
    }

    [Fact]
    public void Options_holders()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;
            using Microsoft.SemanticKernel;
            class C
            {
                object Empty() => new KernelArguments();
                object Copy(IDictionary<string, object?> source) => new Microsoft.SemanticKernel.KernelArguments(source);
                object Run(ChatOptions o) => new ChatClientAgentRunOptions(o);
                object Agent(IChatClient client) => new ChatClientAgent(client, "be brief");
                object Other(IChatClient client) => client.AsAIAgent(new ChatClientAgentOptions());
                object? Settings(KernelArguments a) => a.ExecutionSettings;
            }
            """
        );
        Assert.True(lookup.OfNew<OptionsHolderFact>("KernelArguments") is { From: [] });
        Assert.True(lookup.OfNew<OptionsHolderFact>("Microsoft.SemanticKernel.KernelArguments") is { From: ["executionSettings"] });
        Assert.True(lookup.OfNew<OptionsHolderFact>("ChatClientAgentRunOptions") is { From: ["chatOptions"] });
        Assert.True(lookup.OfNew<OptionsHolderFact>("ChatClientAgent") is { From: [] });
        Assert.True(lookup.OfNew<PromptPartFact>("ChatClientAgent") is { Role: PromptRole.System, Content: ["instructions"] });
        Assert.True(lookup.OfCall<OptionsHolderFact>("client.AsAIAgent") is { From: ["options"] });
        Assert.Null(lookup.OfCall<PromptPartFact>("client.AsAIAgent"));
        Assert.NotNull(lookup.OfProperty<OptionsHolderFact>("a.ExecutionSettings"));
    }

    [Fact]
    public void Copies_of_options_are_what_they_copy()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Extensions.AI;
            class C
            {
                object Copy(ChatOptions o) => new DerivedOptions(o).Copy();
                object Clone(ChatOptions o) => o.Clone();
                object New() => new ChatOptions();
            }
            class DerivedOptions(ChatOptions o) : ChatOptions(o)
            {
                public ChatOptions Copy() => this.Clone();
                public override ChatOptions Clone() => base.Clone();
            }
            """
        );
        Assert.Equal(["this"], lookup.OfCall<PassFact>("o.Clone")!.From);
        Assert.Equal(["this"], lookup.OfCall<PassFact>("this.Clone")!.From);
        Assert.Null(lookup.OfNew<SdkFact>("ChatOptions"));
    }

    [Fact]
    public void Agents()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Agents.AI;
            class C
            {
                async Task M(AIAgent agent, AIAgent typed, AIAgent again, ChatClientAgent own, AgentSession session)
                {
                    await agent.RunAsync("hi");
                    await typed.RunAsync<int>("hi");
                    await again.RunAsync(session);
                    await own.RunAsync("hi", session, new ChatClientAgentRunOptions());
                }
            }
            """
        );
        Assert.True(
            lookup.OfCall<ModelCallFact>("agent.RunAsync")
                is { Typed: false, Prompt: ["message"], Options: ["options"], Configured: "this" }
        );
        Assert.True(lookup.OfCall<ModelCallFact>("typed.RunAsync") is { Typed: true, Prompt: ["message"], Configured: "this" });
        Assert.True(lookup.OfCall<ModelCallFact>("again.RunAsync") is { Prompt: ["session"], Configured: "this" });
        Assert.True(
            lookup.OfCall<ModelCallFact>("own.RunAsync") is { Typed: false, Prompt: ["message"], Options: ["options"], Configured: "this" }
        );
    }
}
