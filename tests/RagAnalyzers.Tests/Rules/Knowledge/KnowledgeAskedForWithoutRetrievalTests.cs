using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1005, and RAG1004 where both could speak: knowledge is asked for that the call does not bring.</summary>
public sealed class KnowledgeAskedForWithoutRetrievalTests
{
    // The article's four sentences.
    [Theory]
    [InlineData("Answer from our latest internal policies.", true)]
    [InlineData("Reference the newest product catalog.", true)]
    [InlineData("Always return the same structured JSON shape.", false)]
    [InlineData("Use our brand tone consistently.", false)]
    public Task The_articles_sentences(string system, bool isFound) =>
        VerifyAsync(
            $"""return await {Marked("client.CompleteChatAsync", isFound)}(new SystemChatMessage("{system}"), new UserChatMessage(question));"""
        );

    [Theory]
    [InlineData(
        """return await {|RAG1005:client.CompleteChatAsync|}(new SystemChatMessage("Answer from our latest internal policies."), new UserChatMessage(question));"""
    )]
    [InlineData(
        """List<OpenAI.Chat.ChatMessage> messages = [new SystemChatMessage("Answer from our latest internal policies.")]; messages.Add(new UserChatMessage(request.Question)); return await {|RAG1005:client.CompleteChatAsync|}(messages);"""
    )]
    [InlineData("""return await {|RAG1005:responses.CreateResponseAsync|}("gpt-4o", "What is in our newest product catalog?");""")]
    [InlineData(
        """return await {|RAG1005:responses.CreateResponseAsync|}(new CreateResponseOptions("gpt-4o", [ResponseItem.CreateUserMessageItem(question)]) { Instructions = "Answer from our latest internal policies." });"""
    )]
    [InlineData(
        """return await {|RAG1005:chat.GetResponseAsync|}([new ChatMessage(ChatRole.System, "Answer from our latest internal policies."), new ChatMessage(ChatRole.User, message)]);"""
    )]
    [InlineData("""return await {|RAG1005:chat.GetResponseAsync|}($"Answer from our latest internal policies. Question: {question}");""")]
    [InlineData(
        """return await {|RAG1005:chat.GetResponseAsync<int>|}("How many days off does our vacation policy give? Answer from our vacation policy.");"""
    )]
    [InlineData(
        """return await {|RAG1005:chat.GetResponseAsync|}(message, new ChatOptions { Instructions = "Answer from our latest internal policies." });"""
    )]
    [InlineData(
        """return await {|RAG1005:chat.GetResponseAsync|}(question, new ChatOptions { Instructions = "Answer from our latest internal policies." });"""
    )]
    [InlineData("""return await {|RAG1005:new ChatClientAgent(chat, "Answer from our latest internal policies.").RunAsync|}(question);""")]
    [InlineData("""return await {|RAG1005:chat.AsAIAgent("Answer from our latest internal policies.").RunAsync|}(question);""")]
    [InlineData("""return await {|RAG1005:completion.GetChatMessageContentAsync|}("What is the latest news?");""")]
    [InlineData(
        """var history = new ChatHistory("Answer from our latest internal policies."); history.AddUserMessage(question); return await {|RAG1005:completion.GetChatMessageContentAsync|}(history);"""
    )]
    [InlineData(
        "return await {|RAG1005:kernel.InvokePromptAsync|}(\"Answer from our latest internal policies. {{$question}}\", new KernelArguments { [\"question\"] = question });"
    )]
    [InlineData(
        """const string System = "Answer from our latest internal policies."; return await {|RAG1005:client.CompleteChatAsync|}(new SystemChatMessage(System), new UserChatMessage(question));"""
    )]
    [InlineData(
        """return await {|RAG1005:client.CompleteChatAsync|}(new SystemChatMessage("Answer from our latest internal policies."), new UserChatMessage(Console.ReadLine()));"""
    )]
    public Task Nothing_is_retrieved(string statements) => VerifyAsync(statements);

    // A program that shows what retrieval or a tool is good for.
    [Theory]
    [InlineData(
        """var news = "What is the latest news?"; Use(await new ChatClientAgent(chat).RunAsync(news)); return await new ChatClientAgent(chat, tools: [new HostedWebSearchTool()]).RunAsync(news);"""
    )]
    [InlineData(
        """const string News = "What is the latest news?"; Use(await chat.GetResponseAsync(News, new ChatOptions { Tools = [new HostedWebSearchTool()] })); return await chat.GetResponseAsync(News);"""
    )]
    [InlineData(
        """var news = "What is the latest news?"; Use(await {|RAG1005:new ChatClientAgent(chat).RunAsync|}(news)); return await new ChatClientAgent(chat, tools: [new HostedWebSearchTool()]).RunAsync("Hello.");"""
    )]
    [InlineData(
        """var news = "What is the latest news?"; Use(await {|RAG1005:new ChatClientAgent(chat).RunAsync|}(news)); return await {|RAG1005:chat.GetResponseAsync|}(news);"""
    )]
    public Task The_same_is_asked_with_and_without(string statements) => VerifyAsync(statements.Replace("Use(", "Console.WriteLine("));

    [Fact]
    public async Task A_deployment_is_fine_tuned_when_the_options_say_so()
    {
        const string Statements = """
            var azure = new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com"), new ApiKeyCredential("key"));
            return await {|RAG1005:azure.GetChatClient("support-bot").CompleteChatAsync|}(new SystemChatMessage("Answer from our latest internal policies."), new UserChatMessage(question));
            """;
        await VerifyAsync(Statements);
        await SeekingPrompts.VerifyAsync(
            SeekingPrompts.InMethod(Statements.Replace("RAG1005", "RAG1004")),
            "rag_analyzers.fine_tuned_models = support-*"
        );
    }

    [Fact]
    public async Task The_projects_terms_count()
    {
        const string Statements = """return await chat.GetResponseAsync("Answer from our runbooks.");""";
        await VerifyAsync(Statements);
        await SeekingPrompts.VerifyAsync(
            SeekingPrompts.InMethod(Statements.Replace("chat.GetResponseAsync", "{|RAG1005:chat.GetResponseAsync|}")),
            "rag_analyzers.knowledge_terms = runbook"
        );
    }

    [Theory]
    // Passages, tools, data sources and models that search.
    [InlineData(
        """var found = ""; await foreach (var hit in pages.SearchAsync(question, 3)) found += hit.Record.Text; return await client.CompleteChatAsync(new SystemChatMessage("Answer from our latest internal policies. " + found), new UserChatMessage(question));"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync("Answer from our latest internal policies.", new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1)] });"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync("What is the latest news?", new ChatOptions { Tools = [new HostedWebSearchTool()] });"""
    )]
    [InlineData(
        """return await responses.CreateResponseAsync(new CreateResponseOptions("gpt-4o", [ResponseItem.CreateUserMessageItem("What is the latest news?")]) { Tools = { ResponseTool.CreateFileSearchTool(["store"]) } });"""
    )]
    [InlineData(
        """return await completion.GetChatMessageContentAsync("What is the latest news?", new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }, kernel);"""
    )]
    [InlineData(
        """return await new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new ChatOptions { RawRepresentationFactory = _ => new object() } }).RunAsync("What is the latest news?");"""
    )]
    [InlineData(
        """var options = new ChatCompletionOptions(); options.AddDataSource(null!); return await client.CompleteChatAsync([new UserChatMessage("Answer from our latest internal policies.")], options);"""
    )]
    [InlineData("""return await new ChatClient("gpt-4o-search-preview", "key").CompleteChatAsync("What is the latest news?");""")]
    // The knowledge may be in a value.
    [InlineData(
        """return await client.CompleteChatAsync(new SystemChatMessage("Answer from our latest internal policies."), new UserChatMessage(context));"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync(new SystemChatMessage($"Answer from our latest internal policies: {context}"), new UserChatMessage(question));"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync(new SystemChatMessage("Answer from our latest internal policies: " + message), new UserChatMessage(question));"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync(new SystemChatMessage("Answer from our latest internal policies."), new UserChatMessage(request.Document), new UserChatMessage(question));"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync(new SystemChatMessage("Answer from our latest internal policies."), new UserChatMessage(File.ReadAllText("policies.md")), new UserChatMessage(question));"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync(new SystemChatMessage("Answer from our latest internal policies."), new UserChatMessage(await LoadAsync()), new UserChatMessage(question));"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync(new SystemChatMessage("Answer from our latest internal policies."), new UserChatMessage($"{question} {message}"));"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync([.. Before, new ChatMessage(ChatRole.System, "Answer from our latest internal policies."), new ChatMessage(ChatRole.User, question)]);"""
    )]
    [InlineData("""return await responses.CreateResponseAsync("gpt-4o", "What is in our newest product catalog?", "resp_1");""")]
    [InlineData(
        """return await client.CompleteChatAsync(new SystemChatMessage("Answer from our latest internal policies."), new UserChatMessage(ChatMessageContentPart.CreateFilePart("file-1"), ChatMessageContentPart.CreateTextPart(question)));"""
    )]
    // The constant text says that it is brought, or may bring it.
    [InlineData("""return await chat.GetResponseAsync("Answer from our policies below. Vacation: 30 days.");""")]
    [InlineData("""return await chat.GetResponseAsync("Answer from our policies. <policies>Vacation: 30 days.</policies>");""")]
    [InlineData("""return await chat.GetResponseAsync("Answer from our latest internal policies and the provided passages.");""")]
    [InlineData("""return await chat.GetResponseAsync("Do not answer from our internal policies.");""")]
    public Task It_may_be_brought(string statements) =>
        VerifyAsync(
            statements,
            """private static Task<string> LoadAsync() => File.ReadAllTextAsync("policies.md"); public List<ChatMessage> Before { get; set; } = [];"""
        );

    [Theory]
    [InlineData("public sealed class Retrieving(IChatClient inner) : DelegatingChatClient(inner);")]
    [InlineData(
        "public static class Clients { public static IChatClient With(IChatClient inner) => inner.AsBuilder().ConfigureOptions(o => o.Tools = [new HostedWebSearchTool()]).Build(); }"
    )]
    [InlineData(
        "public static class Clients { public static IChatClient With(IChatClient inner) => inner.AsBuilder().Use((messages, options, next, token) => next(messages, options, token)).Build(); }"
    )]
    [InlineData(
        "public static class Clients { public static IChatClient With(IChatClient inner) => inner.AsBuilder().UseFunctionInvocation(configure: c => c.AdditionalTools = [new HostedWebSearchTool()]).Build(); }"
    )]
    [InlineData(
        "public sealed class Filter : IPromptRenderFilter { public Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next) => next(context); }"
    )]
    public Task Something_between_may_bring_it(string type) =>
        SeekingPrompts.VerifyAsync(
            SeekingPrompts.InMethod("""return await chat.GetResponseAsync("What is the latest news?");""") + "\n" + type
        );

    [Fact]
    public Task A_pipeline_of_the_librarys_own_steps_does_not() =>
        SeekingPrompts.VerifyAsync(
            SeekingPrompts.InMethod(
                """return await {|RAG1005:chat.AsBuilder().UseLogging().UseOpenTelemetry().Build().GetResponseAsync|}("What is the latest news?");"""
            )
        );

    [Fact]
    public Task A_session_may_hold_it() =>
        VerifyAsync(
            """var agent = chat.AsAIAgent("Answer from our latest internal policies."); return await agent.RunAsync(question, Session);""",
            "public AgentSession? Session { get; set; }"
        );

    [Fact]
    public Task Types_that_look_alike_are_none() =>
        SeekingPrompts.VerifyAsync(
            """
            public interface IChatClient { Task<string> GetResponseAsync(string prompt); }
            public sealed class Desk(IChatClient chat) { public Task<string> AskAsync() => chat.GetResponseAsync("What is the latest news?"); }
            """
        );

    [Fact]
    public Task The_message_names_what_is_asked_for() =>
        Verify.AnalyzerAsync<KnowledgeAskedForWithoutRetrieval>(
            SeekingPrompts.InMethod(
                """return await {|#0:client.CompleteChatAsync|}(new SystemChatMessage("Answer from our latest internal policies."), new UserChatMessage(question));"""
            ),
            expected: Verify
                .Finding<KnowledgeAskedForWithoutRetrieval>("RAG1005")
                .WithLocation(0)
                .WithArguments("our latest internal policies")
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        SeekingPrompts.VerifyAsync(SeekingPrompts.InMethod(statements, members));

    private static string Marked(string call, bool isFound) => isFound ? $$"""{|RAG1005:{{call}}|}""" : call;
}
