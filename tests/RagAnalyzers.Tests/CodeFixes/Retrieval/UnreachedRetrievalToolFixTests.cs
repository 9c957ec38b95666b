using RagAnalyzers.CodeFixes.Retrieval;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Rules.Retrieval;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Retrieval;

/// <summary>The fix of RAG5015: settings that offer, a kernel that is passed, a client that runs.</summary>
public sealed class UnreachedRetrievalToolFixTests
{
    private const string Ask = "GetResponseAsync|}(question, new ChatOptions { Tools = [AIFunctionFactory.Create(LookUpAsync)] });";
    private const string Asked = "GetResponseAsync(question, new ChatOptions { Tools = [AIFunctionFactory.Create(LookUpAsync)] });";

    [Theory]
    [InlineData(
        "return await {|RAG5015:completion.GetChatMessageContentAsync|}(question, new OpenAIPromptExecutionSettings { Temperature = 0 }, own);",
        "return await completion.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { Temperature = 0, FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }, own);"
    )]
    [InlineData(
        "var settings = new OpenAIPromptExecutionSettings(); return await {|RAG5015:completion.GetChatMessageContentAsync|}(question, settings, own);",
        "var settings = new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }; return await completion.GetChatMessageContentAsync(question, settings, own);"
    )]
    [InlineData(
        "return await {|RAG5015:completion.GetChatMessageContentAsync|}(question, kernel: own);",
        "return await completion.GetChatMessageContentAsync(question, kernel: own, executionSettings: new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() });"
    )]
    [InlineData(
        "return await {|RAG5015:completion.GetChatMessageContentAsync|}(question, new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() });",
        "return await completion.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }, kernel: own);"
    )]
    [InlineData(
        "return await {|RAG5015:completion.GetChatMessageContentAsync|}(\n            question, // asked\n            kernel: own // made here\n        );",
        "return await completion.GetChatMessageContentAsync(\n            question, // asked\n            kernel: own, // made here\n            executionSettings: new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }\n        );"
    )]
    [InlineData(
        "return await {|RAG5015:own.InvokePromptAsync|}(question);",
        "return await own.InvokePromptAsync(question, arguments: new KernelArguments(new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }));"
    )]
    [InlineData(
        "return await {|RAG5015:own.InvokePromptAsync|}(\"Answer {{$q}}\", new KernelArguments { [\"q\"] = question });",
        "return await own.InvokePromptAsync(\"Answer {{$q}}\", new KernelArguments(new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }) { [\"q\"] = question });"
    )]
    [InlineData(
        "return await {|RAG5015:own.InvokePromptAsync|}(\"Answer {{$q}}\", new() { [\"q\"] = question });",
        "return await own.InvokePromptAsync(\"Answer {{$q}}\", new(new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }) { [\"q\"] = question });"
    )]
    public Task Semantic_Kernel(string before, string after) =>
        VerifyAsync(RetrievalTools.WithKernel(before), RetrievalTools.WithKernel(after));

    [Theory]
    [InlineData(
        "var bare = client.AsIChatClient();\n        return await {|RAG5015:bare." + Ask,
        "var bare = client.AsIChatClient().AsBuilder().UseFunctionInvocation().Build();\n        return await bare." + Asked
    )]
    [InlineData(
        "var built = client.AsIChatClient()\n            .AsBuilder() // all\n            .UseLogging() // see the settings\n            .Build();\n        return await {|RAG5015:built."
            + Ask,
        "var built = client.AsIChatClient()\n            .AsBuilder() // all\n            .UseLogging() // see the settings\n            .UseFunctionInvocation()\n            .Build();\n        return await built."
            + Asked
    )]
    [InlineData(
        "var built = new ChatClientBuilder(client.AsIChatClient()).UseLogging().Build();\n        return await {|RAG5015:built." + Ask,
        "var built = new ChatClientBuilder(client.AsIChatClient()).UseLogging().UseFunctionInvocation().Build();\n        return await built."
            + Asked
    )]
    public Task A_client(string before, string after) => VerifyAsync(RetrievalTools.Source(before), RetrievalTools.Source(after));

    [Theory]
    [InlineData(
        "FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: false)",
        "FunctionChoiceBehavior = FunctionChoiceBehavior.Auto()"
    )]
    [InlineData(
        "ToolCallBehavior = ToolCallBehavior.EnableKernelFunctions",
        "ToolCallBehavior = ToolCallBehavior.AutoInvokeKernelFunctions"
    )]
    public Task What_is_offered_is_run(string before, string after) =>
        VerifyAsync(
            RetrievalTools.WithKernel(
                $"return await {{|RAG5015:completion.GetChatMessageContentAsync|}}(question, new OpenAIPromptExecutionSettings {{ {before} }}, own);"
            ),
            RetrievalTools.WithKernel(
                $"return await completion.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings {{ {after} }}, own);"
            )
        );

    [Theory]
    [InlineData(
        "{ Kernel = own }",
        "{ Kernel = own, Arguments = new KernelArguments(new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }) }"
    )]
    [InlineData(
        "{ Kernel = own, Arguments = new(new OpenAIPromptExecutionSettings { Temperature = 0 }) }",
        "{ Kernel = own, Arguments = new(new OpenAIPromptExecutionSettings { Temperature = 0, FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }) }"
    )]
    public Task An_agent(string before, string after)
    {
        return Verify.FixAsync<UnreachedRetrievalTool, UnreachedRetrievalToolFix>(
            Source(before, "{|RAG5015:agent.InvokeAsync|}"),
            Source(after, "agent.InvokeAsync"),
            DocumentedSdks.References
        );

        static string Source(string agent, string call) =>
            "using Microsoft.SemanticKernel.Agents;\n"
            + RetrievalTools.WithKernel(
                $"var agent = new ChatCompletionAgent {agent};\n        await foreach (var part in {call}(question)) {{ Console.WriteLine(part); }} return null;"
            );
    }

    [Fact]
    public Task Arguments_that_others_may_get_are_left_to_the_reader() =>
        Verify.NoFixAsync<UnreachedRetrievalTool, UnreachedRetrievalToolFix>(
            RetrievalTools.WithKernel(
                "var arguments = new KernelArguments { [\"q\"] = question }; return await {|RAG5015:own.InvokePromptAsync|}(\"Answer {{$q}}\", arguments);"
            )
        );

    private static Task VerifyAsync(string before, string after) =>
        Verify.FixAsync<UnreachedRetrievalTool, UnreachedRetrievalToolFix>(before, after);
}
