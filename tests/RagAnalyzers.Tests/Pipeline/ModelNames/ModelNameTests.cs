using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Pipeline.ModelNames;

/// <summary>Which model answers a call, and whether it is certainly a fine-tuned one.</summary>
public sealed class ModelNameTests
{
    private const string Tuned = "ft:gpt-4o-mini-2024-07-18:contoso:desk:abc123";

    [Theory]
    // The official client.
    [InlineData("""new ChatClient("MODEL", "key").CompleteChatAsync("?")""")]
    [InlineData("""new ChatClient(model: "MODEL", apiKey: "key").CompleteChat("?")""")]
    [InlineData("""new OpenAIClient("key").GetChatClient("MODEL").CompleteChatAsync("?")""")]
    [InlineData(
        """new Azure.AI.OpenAI.AzureOpenAIClient(new Uri("https://contoso"), new ApiKeyCredential("key")).GetChatClient("MODEL").CompleteChatAsync("?")"""
    )]
    [InlineData("""new ResponsesClient("key").CreateResponseAsync("MODEL", "?")""")]
    [InlineData("""new ResponsesClient("key").CreateResponseAsync(new CreateResponseOptions("MODEL", []))""")]
    [InlineData("""new ResponsesClient("key").CreateResponseAsync(new CreateResponseOptions { Model = "MODEL" })""")]
    // Microsoft.Extensions.AI.
    [InlineData("""new OpenAIClient("key").GetChatClient("MODEL").AsIChatClient().GetResponseAsync("?")""")]
    [InlineData("""new ResponsesClient("key").AsIChatClient("MODEL").GetResponseAsync("?")""")]
    [InlineData(
        """new ChatClient("MODEL", "key").AsIChatClient().AsBuilder().UseFunctionInvocation().UseLogging().UseOpenTelemetry().UseDistributedCache().Build().GetResponseAsync("?")"""
    )]
    [InlineData("""new ChatClientBuilder(new ChatClient("MODEL", "key").AsIChatClient()).Build().GetResponseAsync("?")""")]
    [InlineData("""chat.GetResponseAsync("?", new ChatOptions { ModelId = "MODEL" })""")]
    [InlineData("""new ChatClient("gpt-4o", "key").AsIChatClient().GetResponseAsync("?", new ChatOptions { ModelId = "MODEL" })""")]
    [InlineData("""new ChatClient("MODEL", "key").AsIChatClient().GetResponseAsync("?", new ChatOptions())""")]
    [InlineData("""chat.GetResponseAsync<int>("?", new ChatOptions { ModelId = "MODEL" })""")]
    // Agent Framework.
    [InlineData("""new ChatClient("MODEL", "key").AsIChatClient().AsAIAgent("Answer.").RunAsync("?")""")]
    [InlineData("""new ChatClientAgent(new ChatClient("MODEL", "key").AsIChatClient(), "Answer.").RunAsync("?")""")]
    [InlineData("""new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new() { ModelId = "MODEL" } }).RunAsync("?")""")]
    // Semantic Kernel.
    [InlineData("""new OpenAIChatCompletionService("MODEL", "key").GetChatMessageContentAsync("?")""")]
    [InlineData("""Kernel.CreateBuilder().AddOpenAIChatCompletion("MODEL", "key").Build().InvokePromptAsync("?")""")]
    [InlineData("""Kernel.CreateBuilder().AddOpenAIChatClient("MODEL", "key").Build().InvokePromptAsync("?")""")]
    [InlineData(
        """Kernel.CreateBuilder().AddAzureOpenAIChatCompletion("MODEL", "https://contoso", "key").Build().InvokePromptAsync("?")"""
    )]
    [InlineData(
        """Kernel.CreateBuilder().AddOpenAIChatCompletion("MODEL", "key").Build().GetRequiredService<IChatCompletionService>().GetChatMessageContentAsync("?")"""
    )]
    [InlineData("""completion.GetChatMessageContentAsync("?", new OpenAIPromptExecutionSettings { ModelId = "MODEL" })""")]
    [InlineData("""kernel.InvokePromptAsync("?", new KernelArguments(new OpenAIPromptExecutionSettings { ModelId = "MODEL" }))""")]
    [InlineData("""new ChatClient("MODEL", "key").AsIChatClient().AsChatCompletionService().GetChatMessageContentAsync("?")""")]
    [InlineData("""new OpenAIChatCompletionService("MODEL", "key").AsChatClient().GetResponseAsync("?")""")]
    public void Every_way_to_say_it(string call)
    {
        Assert.Equal(Tuned, FineTuned(call.Replace("MODEL", Tuned)));
        Assert.Null(FineTuned(call.Replace("MODEL", "gpt-4o")));
        Assert.Equal("support-bot", FineTuned(call.Replace("MODEL", "support-bot")));
    }

    [Theory]
    [InlineData("var client = new ChatClient(Model, \"key\"); return client.CompleteChatAsync(\"?\");")]
    [InlineData(
        "var builder = Kernel.CreateBuilder(); builder.AddOpenAIChatCompletion(Model, \"key\"); var made = builder.Build(); return made.InvokePromptAsync(\"?\");"
    )]
    [InlineData(
        "var builder = Kernel.CreateBuilder(); builder.AddOpenAIChatCompletion(Model, \"key\"); var made = builder.Build(); var function = made.CreateFunctionFromPrompt(\"?\"); return function.InvokeAsync(made);"
    )]
    [InlineData(
        "var builder = Kernel.CreateBuilder(); builder.AddOpenAIChatCompletion(Model, \"key\"); var made = builder.Build(); var function = made.CreateFunctionFromPrompt(\"?\"); return made.InvokeAsync(function);"
    )]
    [InlineData("return _client.CompleteChatAsync(\"?\");")]
    [InlineData("return Make().GetResponseAsync(\"?\");")]
    [InlineData("return MakeFor(Model).GetResponseAsync(\"?\");")]
    [InlineData("var set = new ChatOptions(); set.ModelId = Model; return chat.GetResponseAsync(\"?\", set);")]
    public void Across_variables_methods_and_fields(string body) => Assert.Equal(Tuned, FineTunedIn(body));

    [Theory]
    [InlineData("ada:ft-contoso:desk-2022-02-15-04-21-04", true)]
    [InlineData("ft:gpt-3.5-turbo:contoso::7p4lURel", true)]
    [InlineData("support-bot", true)]
    [InlineData("gpt-4o", false)]
    [InlineData("ft-base", false)]
    [InlineData("draft:gpt", false)]
    [InlineData("", false)]
    public void What_is_called_fine_tuned(string name, bool expected) =>
        Assert.Equal(expected ? name : null, FineTuned($"""new ChatClient("{name}", "key").CompleteChatAsync("?")"""));

    [Theory]
    [InlineData(
        "FineTuningJob job = fineTuning.FineTune(\"gpt-4o\", \"file\", true); return new ChatClient(job.Value, \"key\").CompleteChatAsync(\"?\");",
        "Value"
    )]
    [InlineData("return new ChatClient(settings.FineTunedModel, \"key\").CompleteChatAsync(\"?\");", "FineTunedModel")]
    [InlineData("return new ChatClient(settings.BaseModel, \"key\").CompleteChatAsync(\"?\");", null)]
    [InlineData("return new ChatClient(settings.FineTuningModel, \"key\").CompleteChatAsync(\"?\");", null)]
    [InlineData("return new ChatClient(settings.FineTunedModel ?? \"gpt-4o\", \"key\").CompleteChatAsync(\"?\");", null)]
    [InlineData("return new ChatClient(fineTunedModelId, \"key\").CompleteChatAsync(\"?\");", "fineTunedModelId")]
    public void What_a_job_made_and_what_is_called_so(string body, string? expected) => Assert.Equal(expected, FineTunedIn(body));

    [Theory]
    [InlineData("return chat.GetResponseAsync(\"?\");")]
    [InlineData("return chat.GetResponseAsync(\"?\", options);")]
    [InlineData("return new ChatClient(flag ? Model : \"gpt-4o\", \"key\").CompleteChatAsync(\"?\");")]
    [InlineData("return new ChatClient(\"gpt-4o\", Model).CompleteChatAsync(\"?\");")]
    [InlineData("return kernel.InvokePromptAsync(\"?\");")]
    [InlineData("return new ChatClient(Model, \"key\").AsIChatClient().GetResponseAsync(\"?\", new ChatOptions { ModelId = \"gpt-4o\" });")]
    [InlineData("return new ChatClient(Model, \"key\").AsIChatClient().GetResponseAsync(\"?\", options);")]
    [InlineData(
        "return new ChatClient(Model, \"key\").AsIChatClient().AsBuilder().Use((inner, services) => chat).Build().GetResponseAsync(\"?\");"
    )]
    [InlineData(
        "return Kernel.CreateBuilder().AddOpenAIChatCompletion(Model, \"key\").AddOpenAIChatCompletion(\"gpt-4o\", \"key\").Build().InvokePromptAsync(\"?\");"
    )]
    [InlineData("return Kernel.CreateBuilder().Build().InvokePromptAsync(\"?\");")]
    public void What_may_be_another_model(string body) => Assert.Null(FineTunedIn(body));

    private static string? FineTuned(string call) => FineTunedIn($"return {call};");

    private static string? FineTunedIn(string body)
    {
        var compilation = AnalyzerRun.Compile(
            [
                $$"""
                using System.ClientModel;
                using Microsoft.Agents.AI;
                using Microsoft.Extensions.AI;
                using Microsoft.SemanticKernel;
                using Microsoft.SemanticKernel.ChatCompletion;
                using Microsoft.SemanticKernel.Connectors.OpenAI;
                using OpenAI;
                using OpenAI.Chat;
                using OpenAI.FineTuning;
                using OpenAI.Responses;

                public class Settings { public string FineTunedModel { get; set; } = ""; public string FineTuningModel { get; set; } = ""; public string BaseModel { get; set; } = ""; }

                public class Desk(IChatClient chat, IChatCompletionService completion, Kernel kernel, FineTuningClient fineTuning, Settings settings)
                {
                    private const string Model = "{{Tuned}}";
                    private readonly ChatClient _client = new OpenAIClient("key").GetChatClient(Model);

                    public object Ask(ChatOptions options, bool flag, string fineTunedModelId) { {{body}} }

                    private static IChatClient Make() => new ChatClient(Model, "key").AsIChatClient();

                    private static IChatClient MakeFor(string name) => new ChatClient(name, "key").AsIChatClient().AsBuilder().UseLogging().Build();
                }
                """,
            ],
            DocumentedSdks.References
        );
        Assert.Empty(AnalyzerRun.Errors(compilation));
        Assert.True(Picture.TryCreate(compilation, [], out var picture));
        var tree = compilation.SyntaxTrees.First();
        var method = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        var operation = compilation.GetSemanticModel(tree).GetOperation(method, TestContext.Current.CancellationToken);
        var call = Assert.Single(ModelCall.In(picture.BodyOf(operation!)));
        return call.Model.FineTuned(new NamePatterns(ImmutableArray.Create("support-*")));
    }
}
