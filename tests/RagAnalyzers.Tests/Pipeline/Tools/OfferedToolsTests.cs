using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Pipeline.Tools;

/// <summary>Whether a model call may look things up by itself: only where it certainly offers no tools it may not.</summary>
public sealed class OfferedToolsTests
{
    [Theory]
    [InlineData("chat.GetResponseAsync(\"?\")", false)]
    [InlineData("chat.GetResponseAsync(\"?\", null)", false)]
    [InlineData("chat.GetResponseAsync(\"?\", new ChatOptions())", false)]
    [InlineData("chat.GetResponseAsync(\"?\", new ChatOptions { Tools = [] })", false)]
    [InlineData("chat.GetResponseAsync(\"?\", new ChatOptions { Tools = new List<AITool>() })", false)]
    [InlineData("chat.GetResponseAsync(\"?\", new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1)] })", true)]
    [InlineData("chat.GetResponseAsync(\"?\", new ChatOptions { Tools = [new HostedWebSearchTool()] })", true)]
    [InlineData("chat.GetResponseAsync(\"?\", new ChatOptions { Tools = tools })", true)]
    [InlineData("chat.GetResponseAsync(\"?\", new ChatOptions { RawRepresentationFactory = _ => new object() })", true)]
    [InlineData("chat.GetResponseAsync(\"?\", new ChatOptions { AdditionalProperties = new() { [\"web_search\"] = true } })", true)]
    [InlineData("chat.GetResponseAsync(\"?\", options)", true)]
    [InlineData("chat.AsAIAgent(\"Answer.\").RunAsync(\"?\")", false)]
    [InlineData("chat.AsAIAgent(\"Answer.\", tools: tools).RunAsync(\"?\")", true)]
    [InlineData(
        "new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new ChatOptions { RawRepresentationFactory = _ => new object() } }).RunAsync(\"?\")",
        true
    )]
    [InlineData(
        "new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new ChatOptions { Instructions = \"Answer.\" } }).RunAsync(\"?\")",
        false
    )]
    [InlineData("agent.RunAsync(\"?\")", true)]
    [InlineData("completion.GetChatMessageContentAsync(\"?\")", false)]
    [InlineData(
        "completion.GetChatMessageContentAsync(\"?\", new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() })",
        false
    )]
    [InlineData(
        "completion.GetChatMessageContentAsync(\"?\", new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }, kernel)",
        true
    )]
    [InlineData("completion.GetChatMessageContentAsync(\"?\", new OpenAIPromptExecutionSettings(), kernel)", false)]
    [InlineData("completion.GetChatMessageContentAsync(\"?\", settings, kernel)", true)]
    [InlineData("kernel.InvokePromptAsync(\"?\")", false)]
    [InlineData("openAI.CompleteChatAsync([\"?\"], new OpenAI.Chat.ChatCompletionOptions())", false)]
    [InlineData(
        "openAI.CompleteChatAsync([\"?\"], new OpenAI.Chat.ChatCompletionOptions { Tools = { OpenAI.Chat.ChatTool.CreateFunctionTool(\"find\") } })",
        true
    )]
    [InlineData("responses.CreateResponseAsync(new OpenAI.Responses.CreateResponseOptions())", false)]
    [InlineData(
        "responses.CreateResponseAsync(new OpenAI.Responses.CreateResponseOptions { Tools = { OpenAI.Responses.ResponseTool.CreateWebSearchTool() } })",
        true
    )]
    public void May_retrieve_by_itself(string call, bool expected) => Assert.Equal(expected, PromptOf(call).MayRetrieveByItself);

    [Theory]
    [InlineData(
        "responses.CreateResponseAsync(new OpenAI.Responses.CreateResponseOptions { Tools = { OpenAI.Responses.ResponseTool.CreateFileSearchTool([\"store\"]) } })",
        true
    )]
    [InlineData(
        "responses.CreateResponseAsync(new OpenAI.Responses.CreateResponseOptions { Tools = { OpenAI.Responses.ResponseTool.CreateWebSearchTool() } })",
        false
    )]
    [InlineData(
        "openAI.CompleteChatAsync([\"?\"], new OpenAI.Chat.ChatCompletionOptions { Tools = { OpenAI.Chat.ChatTool.CreateFunctionTool(\"find\") } })",
        false
    )]
    [InlineData("chat.GetResponseAsync(\"?\", new ChatOptions { Tools = tools })", false)]
    public void Is_grounded(string call, bool expected) => Assert.Equal(expected, PromptOf(call).ContainsPassages);

    private static Prompt PromptOf(string call)
    {
        var compilation = AnalyzerRun.Compile(
            [
                $$"""
                using Microsoft.Agents.AI;
                using Microsoft.Extensions.AI;
                using Microsoft.SemanticKernel;
                using Microsoft.SemanticKernel.ChatCompletion;
                using Microsoft.SemanticKernel.Connectors.OpenAI;

                public class Desk(IChatClient chat, AIAgent agent, IChatCompletionService completion, Kernel kernel, OpenAI.Chat.ChatClient openAI, OpenAI.Responses.ResponsesClient responses)
                {
                    public object Ask(ChatOptions options, IList<AITool> tools, PromptExecutionSettings settings) => {{call}};
                }
                """,
            ],
            ReferenceSets.Latest
        );
        Assert.Empty(AnalyzerRun.Errors(compilation));
        Assert.True(Picture.TryCreate(compilation, [], out var picture));
        var tree = compilation.SyntaxTrees.First();
        var operation = compilation
            .GetSemanticModel(tree)
            .GetOperation(
                tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Single(),
                TestContext.Current.CancellationToken
            );
        return Assert.Single(ModelCall.In(picture.BodyOf(operation!))).Prompt;
    }
}
