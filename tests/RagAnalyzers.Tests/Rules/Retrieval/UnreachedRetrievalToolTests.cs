using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5015: the tool is there, and the model cannot use it.</summary>
public sealed class UnreachedRetrievalToolTests
{
    private const string Tools = "new ChatOptions { Tools = [AIFunctionFactory.Create(LookUpAsync)] }";

    [Theory]
    [InlineData("return await {|RAG5015:completion.GetChatMessageContentAsync|}(question, new OpenAIPromptExecutionSettings(), own);")]
    [InlineData(
        "return await {|RAG5015:completion.GetChatMessageContentAsync|}(question, new OpenAIPromptExecutionSettings { Temperature = 0 }, own);"
    )]
    [InlineData("return await {|RAG5015:completion.GetChatMessageContentAsync|}(question, kernel: own);")]
    [InlineData("return await {|RAG5015:completion.GetChatMessageContentAsync|}(question, null, own);")]
    [InlineData(
        "var settings = new PromptExecutionSettings(); var history = new ChatHistory(); history.AddUserMessage(question); return await {|RAG5015:completion.GetChatMessageContentsAsync|}(history, settings, own);"
    )]
    [InlineData("return await {|RAG5015:own.InvokePromptAsync|}(question);")]
    [InlineData("return await {|RAG5015:own.InvokePromptAsync|}(System.Console.ReadLine()!);")]
    [InlineData("return await {|RAG5015:own.InvokePromptAsync|}($\"Answer in one sentence: {question}\");")]
    [InlineData("return await {|RAG5015:own.InvokePromptAsync|}($\"Answer in one sentence: {request.Question}\");")]
    [InlineData(
        "var asked = await new KernelPromptTemplateFactory().Create(new PromptTemplateConfig(\"Answer {{$q}}\")).RenderAsync(own); return await {|RAG5015:completion.GetChatMessageContentAsync|}(asked, kernel: own);"
    )]
    [InlineData(
        "return await {|RAG5015:own.InvokePromptAsync|}(\"{{$q}}\", new KernelArguments(new OpenAIPromptExecutionSettings()) { [\"q\"] = question });"
    )]
    public Task Not_offered(string statements) => VerifyAsync(RetrievalTools.WithKernel(statements));

    [Theory]
    [InlineData("own.ImportPluginFromObject(new Handbook(pages));")]
    [InlineData("own.Plugins.Add(KernelPluginFactory.CreateFromObject(new Handbook(pages)));")]
    [InlineData("own.Plugins.AddFromType<Handbook>();")]
    [InlineData("own.Plugins.AddFromFunctions(\"search\", [KernelFunctionFactory.CreateFromMethod(LookUpAsync)]);")]
    public Task However_it_is_registered(string plugIn) =>
        VerifyAsync(
            RetrievalTools.WithKernel("return await {|RAG5015:completion.GetChatMessageContentAsync|}(question, kernel: own);", plugIn)
        );

    [Theory]
    [InlineData(
        "return await {|RAG5015:completion.GetChatMessageContentAsync|}(question, new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() });"
    )]
    [InlineData(
        "var settings = new OpenAIPromptExecutionSettings { ToolCallBehavior = ToolCallBehavior.AutoInvokeKernelFunctions }; return await {|RAG5015:completion.GetChatMessageContentAsync|}(question, settings);"
    )]
    public Task Without_the_kernel(string statements) => VerifyAsync(RetrievalTools.WithKernel(statements));

    // The service comes from a kernel of another method.
    [Theory]
    [InlineData("new Handbook(pages)", "{|RAG5015:_asked.GetChatMessageContentAsync|}(question, s_auto)")]
    [InlineData("new Handbook(pages)", "{|RAG5015:_asked.GetChatMessageContentAsync|}(new ChatHistory(question), s_auto)")]
    [InlineData("new Handbook(pages)", "_asked.GetChatMessageContentAsync(question, s_auto, _own)")]
    [InlineData("new Clock()", "_asked.GetChatMessageContentAsync(question, s_auto)")]
    public Task Without_the_kernel_that_the_service_is_of(string plugIn, string ask) =>
        VerifyAsync(
            RetrievalTools.Source(
                $"return await {ask};",
                $$"""
                private static readonly PromptExecutionSettings s_auto = new() { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
                private Kernel _own = null!;
                private IChatCompletionService _asked = null!;
                private void Start()
                {
                    _own = Kernel.CreateBuilder().Build();
                    _own.ImportPluginFromObject({{plugIn}});
                    _asked = _own.GetRequiredService<IChatCompletionService>();
                }
                """
            )
        );

    [Theory]
    [InlineData("return await {|RAG5015:client.AsIChatClient().GetResponseAsync|}(question, " + Tools + ");")]
    [InlineData(
        "var bare = new ChatClient(\"gpt-4o\", \"key\").AsIChatClient(); return await {|RAG5015:bare.GetResponseAsync|}(question, "
            + Tools
            + ");"
    )]
    [InlineData(
        "IChatClient bare = new OpenAIClient(\"key\").GetChatClient(\"gpt-4o\").AsIChatClient(); await foreach (var part in {|RAG5015:bare.GetStreamingResponseAsync|}(question, "
            + Tools
            + ")) { } return null;"
    )]
    [InlineData(
        "var built = new ChatClientBuilder(client.AsIChatClient()).UseLogging().Build(); return await {|RAG5015:built.GetResponseAsync|}(question, "
            + Tools
            + ");"
    )]
    [InlineData(
        "var agent = client.AsIChatClient().AsAIAgent(new ChatClientAgentOptions { UseProvidedChatClientAsIs = true, ChatOptions = "
            + Tools
            + " }); return await {|RAG5015:agent.RunAsync|}(question);"
    )]
    [InlineData(
        "var agent = new ChatClientAgent(client.AsIChatClient(), new ChatClientAgentOptions { UseProvidedChatClientAsIs = true }); return await {|RAG5015:agent.RunAsync|}(question, options: new ChatClientAgentRunOptions("
            + Tools
            + "));"
    )]
    public Task Not_run(string statements) => VerifyAsync(RetrievalTools.Source(statements));

    [Theory]
    [InlineData("Auto", true)]
    [InlineData("RequireAny", true)]
    [InlineData("None", false)]
    public Task With_a_tool_mode(string mode, bool isFound)
    {
        var source = RetrievalTools.Source(
            "return await {|RAG5015:client.AsIChatClient().GetResponseAsync|}(question, new ChatOptions { ToolMode = ChatToolMode."
                + mode
                + ", Tools = [AIFunctionFactory.Create(LookUpAsync)] });"
        );
        return VerifyAsync(
            isFound
                ? source
                : source.Replace("{|RAG5015:client.AsIChatClient().GetResponseAsync|}", "client.AsIChatClient().GetResponseAsync")
        );
    }

    [Theory]
    [InlineData("client.AsIChatClient()", true)]
    [InlineData("new ChatClientBuilder(client.AsIChatClient()).UseLogging().Build()", false)]
    public Task Another_client_runs_what_its_model_calls(string asked, bool isFound) =>
        VerifyAsync(
            RetrievalTools.Source(
                $"return await {(isFound ? "{|RAG5015:" : "")}{asked}.GetResponseAsync{(isFound ? "|}" : "")}(question, {Tools});",
                "private static IChatClient Other(ChatClient client) => client.AsIChatClient().AsBuilder().UseFunctionInvocation().Build();"
            )
        );

    [Fact]
    public Task A_client_from_the_container_around_which_functions_are_invoked() =>
        VerifyAsync(
            RetrievalTools.Source("return await chat.GetResponseAsync(question, " + Tools + ");")
                + """

                public static class Wiring
                {
                    public static void Add(Microsoft.Extensions.DependencyInjection.IServiceCollection services, ChatClient client) =>
                        Microsoft.Extensions.DependencyInjection.ChatClientBuilderServiceCollectionExtensions.AddChatClient(services, client.AsIChatClient()).UseFunctionInvocation();
                }
                """
        );

    [Fact]
    public Task A_client_from_the_container() =>
        VerifyAsync(
            RetrievalTools.Source("return await {|RAG5015:chat.GetResponseAsync|}(question, " + Tools + ");")
                + """

                public static class Wiring
                {
                    public static void Add(Microsoft.Extensions.DependencyInjection.IServiceCollection services, ChatClient client) =>
                        Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IChatClient>(services, client.AsIChatClient());
                }
                """
        );

    [Theory]
    [InlineData("FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: false)")]
    [InlineData("FunctionChoiceBehavior = FunctionChoiceBehavior.Required(autoInvoke: false)")]
    [InlineData("ToolCallBehavior = ToolCallBehavior.EnableKernelFunctions")]
    public Task Offered_and_left_to_the_program(string setting) =>
        VerifyAsync(
            RetrievalTools.WithKernel(
                $"return await {{|RAG5015:completion.GetChatMessageContentAsync|}}(question, new OpenAIPromptExecutionSettings {{ {setting} }}, own);"
            )
        );

    [Theory]
    [InlineData("FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: true)", "")]
    [InlineData("FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: message.Length > 3)", "")]
    [InlineData("FunctionChoiceBehavior = FunctionChoiceBehavior.None()", "")]
    [InlineData(
        "FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: false)",
        "foreach (var call in Microsoft.SemanticKernel.FunctionCallContent.GetFunctionCalls(answer)) { await call.InvokeAsync(own); }"
    )]
    [InlineData(
        "ToolCallBehavior = ToolCallBehavior.EnableKernelFunctions",
        "foreach (var call in ((OpenAIChatMessageContent)answer).ToolCalls) { Console.WriteLine(call.Id); }"
    )]
    public Task Offered_and_run(string setting, string then) =>
        VerifyAsync(
            RetrievalTools.WithKernel(
                $"var answer = await completion.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings {{ {setting} }}, own); {then} return answer;"
            )
        );

    private const string Left =
        "Arguments = new KernelArguments(new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: false) })";

    [Theory]
    [InlineData("{ Kernel = own }", "{|RAG5015:agent.InvokeAsync|}(question)")]
    [InlineData("{ Kernel = own, Instructions = \"Help.\" }", "{|RAG5015:agent.InvokeStreamingAsync|}(question)")]
    [InlineData(
        "{ Kernel = own, Arguments = new KernelArguments(new OpenAIPromptExecutionSettings { Temperature = 0 }) }",
        "{|RAG5015:agent.InvokeAsync|}(question)"
    )]
    [InlineData("{ Kernel = own, Arguments = new KernelArguments { [\"tone\"] = \"kind\" } }", "{|RAG5015:agent.InvokeAsync|}(question)")]
    [InlineData(
        "{ Kernel = own }",
        "{|RAG5015:agent.InvokeAsync|}(question, options: new AgentInvokeOptions { AdditionalInstructions = \"Be kind.\" })"
    )]
    [InlineData("{ Kernel = own, " + Left + " }", "{|RAG5015:agent.InvokeAsync|}(question)")]
    public Task Agents_of_Semantic_Kernel(string agent, string call) => VerifyAgentAsync(agent, call);

    [Theory]
    [InlineData(
        "{ Kernel = own, Arguments = new KernelArguments(new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }) }",
        "agent.InvokeAsync(question)"
    )]
    [InlineData(
        "{ Kernel = own }",
        "agent.InvokeAsync(question, options: new AgentInvokeOptions { KernelArguments = new KernelArguments(new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }) })"
    )]
    [InlineData("{ Kernel = own }", "agent.InvokeAsync(question, options: new AgentInvokeOptions { Kernel = kernel })")]
    [InlineData("{ Kernel = own }", "agent.InvokeAsync(question, options: Given)")]
    [InlineData("{ Kernel = own, Arguments = GivenArguments }", "agent.InvokeAsync(question)")]
    [InlineData("{ Kernel = kernel }", "agent.InvokeAsync(question)")]
    [InlineData("{ Kernel = own }", "GivenAgent.InvokeAsync(question)")]
    // An agent of a service offers what its kernel has by itself.
    [InlineData(
        "{ Kernel = own }",
        "new Microsoft.SemanticKernel.Agents.OpenAI.OpenAIAssistantAgent(question, question) { Kernel = own }.InvokeAsync(question)"
    )]
    [InlineData("{ Kernel = own }", "new AgentGroupChat(agent).InvokeAsync()")]
    public Task Agents_that_offer_it_or_may(string agent, string call) => VerifyAgentAsync(agent, call);

    private static Task VerifyAgentAsync(string agent, string call) =>
        MarkedFindings.VerifyAsync(
            [new UnreachedRetrievalTool()],
            "using Microsoft.SemanticKernel.Agents;\n"
                + RetrievalTools
                    .WithKernel(
                        $"var agent = new ChatCompletionAgent {agent}; await foreach (var part in {call}) {{ Console.WriteLine(part); }} return null;"
                    )
                    .Replace(
                        "public sealed class Clock",
                        "public AgentInvokeOptions? Given { get; set; } public KernelArguments? GivenArguments { get; set; } public Agent GivenAgent { get; set; } = null!; public sealed class Clock",
                        StringComparison.Ordinal
                    ),
            DocumentedSdks.References
        );

    [Theory]
    [InlineData(
        "return await completion.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }, own);"
    )]
    [InlineData(
        "var settings = new OpenAIPromptExecutionSettings(); settings.FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(); return await completion.GetChatMessageContentAsync(question, settings, own);"
    )]
    // Another call has it: this one may be meant to do without.
    [InlineData(
        "var words = await completion.GetChatMessageContentAsync(\"Keywords of \" + question, kernel: own); return await completion.GetChatMessageContentAsync(words.Content!, new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }, own);"
    )]
    // The program or the template runs the plug-in itself.
    [InlineData(
        "var found = await own.InvokeAsync(\"Handbook\", \"Find\"); return await completion.GetChatMessageContentAsync(found + question, kernel: own);"
    )]
    [InlineData("return await own.InvokePromptAsync(\"{{Handbook.Find $q}} {{$q}}\", new KernelArguments { [\"q\"] = question });")]
    [InlineData(
        "var asked = \"{{#with (Handbook-Find q)}}{{this}}{{/with}} {{q}}\"; return await completion.GetChatMessageContentAsync(asked + question, kernel: own);"
    )]
    // A template that is not seen may do so.
    [InlineData("return await own.InvokePromptAsync(Template!);")]
    [InlineData("return await own.InvokePromptAsync(new System.UriBuilder().Path);")]
    [InlineData("return await own.InvokePromptAsync(request.Question);")]
    [InlineData("return await own.InvokePromptAsync(System.IO.File.ReadAllText(\"ask.txt\"));")]
    [InlineData(
        "var asked = await new KernelPromptTemplateFactory().Create(new PromptTemplateConfig(Template!)).RenderAsync(own); return await completion.GetChatMessageContentAsync(asked, kernel: own);"
    )]
    [InlineData(
        "var config = new PromptTemplateConfig { Template = Template!, TemplateFormat = \"handlebars\" }; var asked = await new KernelPromptTemplateFactory().Create(config).RenderAsync(own); return await completion.GetChatMessageContentAsync(asked, kernel: own);"
    )]
    [InlineData("return await completion.GetChatMessageContentAsync(question);")]
    [InlineData("return await completion.GetChatMessageContentAsync(question, null, kernel);")]
    [InlineData("return await completion.GetChatMessageContentAsync(question, Settings, own);")]
    [InlineData(
        "return await completion.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { ExtensionData = new Dictionary<string, object> { [\"tools\"] = message } }, own);"
    )]
    public Task Offered_or_not_meant(string statements) =>
        VerifyAsync(
            RetrievalTools
                .WithKernel(statements)
                .Replace(
                    "public sealed class Clock",
                    "public PromptExecutionSettings? Settings { get; set; } public string? Template { get; set; } public sealed class Clock",
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public Task A_plug_in_that_does_not_retrieve() =>
        VerifyAsync(
            RetrievalTools.WithKernel(
                "return await completion.GetChatMessageContentAsync(question, kernel: own);",
                "own.Plugins.AddFromType<Clock>();"
            )
        );

    [Theory]
    [InlineData("return await chat.GetResponseAsync(question, " + Tools + ");")]
    [InlineData(
        "return await client.AsIChatClient().AsBuilder().UseFunctionInvocation().Build().GetResponseAsync(question, " + Tools + ");"
    )]
    [InlineData("return await new FunctionInvokingChatClient(client.AsIChatClient()).GetResponseAsync(question, " + Tools + ");")]
    [InlineData("return await client.AsIChatClient().AsAIAgent(tools: [AIFunctionFactory.Create(LookUpAsync)]).RunAsync(question);")]
    [InlineData(
        "return await client.AsIChatClient().AsAIAgent(new ChatClientAgentOptions { UseProvidedChatClientAsIs = message.Length > 3, ChatOptions = "
            + Tools
            + " }).RunAsync(question);"
    )]
    [InlineData(
        "return await client.AsIChatClient().AsBuilder().UseFunctionInvocation().Build().AsAIAgent(new ChatClientAgentOptions { UseProvidedChatClientAsIs = true, ChatOptions = "
            + Tools
            + " }).RunAsync(question);"
    )]
    [InlineData(
        "return await client.AsIChatClient().AsAIAgent(new ChatClientAgentOptions { ChatOptions = " + Tools + " }).RunAsync(question);"
    )]
    [InlineData(
        "return await client.AsIChatClient().GetResponseAsync(question, new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1)] });"
    )]
    [InlineData(
        "return await client.AsIChatClient().GetResponseAsync(question, new ChatOptions { Tools = [new HostedFileSearchTool()] });"
    )]
    [InlineData(
        "var answer = await client.AsIChatClient().GetResponseAsync(question, "
            + Tools
            + "); foreach (var call in answer.Messages[0].Contents.OfType<Microsoft.Extensions.AI.FunctionCallContent>()) { await LookUpAsync(question); } return null;"
    )]
    [InlineData(
        "return await client.AsIChatClient().AsBuilder().Use(inner => Run(inner)).Build().GetResponseAsync(question, " + Tools + ");"
    )]
    public Task Run(string statements) =>
        VerifyAsync(RetrievalTools.Source(statements, "private static IChatClient Run(IChatClient inner) => inner;"));

    [Theory]
    [InlineData(
        "var own = Kernel.CreateBuilder().Build(); own.Plugins.AddFromObject(new Handbook(pages)); await completion.GetChatMessageContentAsync(question, , own);"
    )]
    [InlineData("await client.AsIChatClient().GetResponseAsync(question, new ChatOptions { Tools = [AIFunctionFactory.Create(")]
    public async Task Half_typed(string statements) =>
        MarkedFindings.AssertNoException(
            await AnalyzerRun.DiagnosticsAsync([new UnreachedRetrievalTool()], [RetrievalTools.Source(statements)], ReferenceSets.Latest)
        );

    private static Task VerifyAsync(string source) => Verify.AnalyzerAsync<UnreachedRetrievalTool>(source);
}
