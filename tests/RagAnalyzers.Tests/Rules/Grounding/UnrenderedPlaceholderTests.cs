using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Rules.Knowledge;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Grounding;

/// <summary>RAG6007: a placeholder goes to a call that renders nothing.</summary>
public sealed class UnrenderedPlaceholderTests
{
    [Theory]
    [InlineData("""return await chat.GetResponseAsync({|RAG6007:"Answer {{$question}}"|});""")]
    [InlineData(
        """return await client.CompleteChatAsync([new SystemChatMessage({|RAG6007:"You help {{$user}}."|}), new UserChatMessage(question)]);"""
    )]
    [InlineData(
        """var history = new ChatHistory({|RAG6007:"Today is {{time.date}}."|}); history.AddUserMessage(question); return await completion.GetChatMessageContentAsync(history);"""
    )]
    [InlineData("""return await completion.GetChatMessageContentAsync({|RAG6007:"Answer {{$question}}"|});""")]
    [InlineData("""return await chat.GetResponseAsync({|RAG6007:"From {{#each passages}}{{this}}{{/each}} answer."|} + question);""")]
    [InlineData("""return await chat.GetResponseAsync($"{|RAG6007:Answer {{{{$question}}}} from |}{context}");""")]
    [InlineData(
        """var text = new System.Text.StringBuilder({|RAG6007:"Answer {{$question}}"|}); var other = new System.Text.StringBuilder(context); other.Replace("\n", " "); Console.WriteLine(other); return await chat.GetResponseAsync(text.ToString());"""
    )]
    [InlineData("""const string Prompt = {|RAG6007:"Answer {{$question}}"|}; return await chat.GetResponseAsync(Prompt);""")]
    [InlineData("""return await chat.GetResponseAsync(Prompt);""", """private const string Prompt = {|RAG6007:"Answer {{$question}}"|};""")]
    [InlineData(
        """await chat.GetResponseAsync(Prompt); return await chat.GetResponseAsync(Prompt);""",
        """private const string Prompt = {|RAG6007:"Answer {{$question}}"|};"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync(Prompts["answer"] + question);""",
        """private static readonly Dictionary<string, string> Prompts = new() { ["brief"] = "Be brief.", ["answer"] = {|RAG6007:"Answer {{$question}}"|} };"""
    )]
    [InlineData("""return await chat.AsAIAgent().RunAsync({|RAG6007:"Answer {{ask.question $id}}"|});""")]
    // In the instructions of options, or of an agent.
    [InlineData("""return await chat.GetResponseAsync(question, new ChatOptions { Instructions = {|RAG6007:"You help {{$user}}."|} });""")]
    [InlineData("""return await chat.AsAIAgent({|RAG6007:"You help {{$user}}."|}).RunAsync(question);""")]
    [InlineData(
        """var agent = chat.AsAIAgent(new ChatClientAgentOptions { ChatOptions = new() { Instructions = {|RAG6007:"You help {{$user}}."|} } }); return await agent.RunAsync(question);"""
    )]
    // The kernel renders the prompt, and not what the settings say.
    [InlineData(
        """return await kernel.InvokePromptAsync("Answer {{$question}}", new(new OpenAIPromptExecutionSettings { ChatSystemPrompt = {|RAG6007:"You help {{$user}}."|} }) { ["question"] = question, ["user"] = context });"""
    )]
    [InlineData(
        """var settings = new OpenAIPromptExecutionSettings { MaxTokens = 100, ChatSystemPrompt = Prompt }; return await kernel.InvokePromptAsync(Prompt, new KernelArguments(settings) { ["question"] = question });""",
        """private const string Prompt = {|RAG6007:"Answer {{$question}}"|};"""
    )]
    [InlineData(
        """var history = new ChatHistory(); history.AddUserMessage(question); return await completion.GetChatMessageContentAsync(history, new OpenAIPromptExecutionSettings { ChatSystemPrompt = {|RAG6007:"You help {{$user}}."|} });"""
    )]
    public Task Nothing_renders_it(string statements, string members = "") => VerifyAsync(statements, members);

    [Theory]
    // The kernel renders it.
    [InlineData("""return await kernel.InvokePromptAsync("Answer {{$question}}", new() { ["question"] = question });""")]
    [InlineData(
        """return await kernel.InvokeAsync(kernel.CreateFunctionFromPrompt("Answer {{$question}}"), new() { ["question"] = question });"""
    )]
    [InlineData(
        """return await kernel.InvokePromptAsync("Answer {{$question}}", new(new OpenAIPromptExecutionSettings { ChatSystemPrompt = "You help {{$user}}.".Replace("{{$user}}", context) }) { ["question"] = question });"""
    )]
    // Something puts a value there.
    [InlineData("""return await chat.GetResponseAsync("Answer {{$question}}".Replace("{{$question}}", question));""")]
    [InlineData(
        """var text = new System.Text.StringBuilder("Answer {{$question}}"); text.Replace("{{$question}}", question); return await chat.GetResponseAsync(text.ToString());"""
    )]
    [InlineData(
        """var text = new System.Text.StringBuilder("Answer {{$question}}"); text.AppendLine().Replace("{{$question}}", question); return await chat.GetResponseAsync(text.ToString());"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync(Render("Answer {{$question}}", question));""",
        """private static string Render(string text, string value) => System.Text.RegularExpressions.Regex.Replace(text, @"\{\{.*?\}\}", value);"""
    )]
    [InlineData(
        """var text = await new KernelPromptTemplateFactory().Create(new PromptTemplateConfig("Answer {{$question}}")).RenderAsync(kernel, new() { ["question"] = question }); return await completion.GetChatMessageContentAsync(text);"""
    )]
    // Braces of another kind, and texts about braces.
    [InlineData("""return await chat.GetResponseAsync("Answer {{question}} as {\"a\": {\"b\": 1}}");""")]
    [InlineData("""return await chat.GetResponseAsync("Write a template in which {{$name}} stands for the name of the user.");""")]
    [InlineData(
        """return await chat.GetResponseAsync("Write a template for " + question + ". Loop with {{#each items}} over the items.");"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync([new SystemChatMessage("You write Handlebars."), new UserChatMessage("Greet {{user.name}}.")]);"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync("Write a page like <html><body>{{#each pages}}<p>{{this}}</p>{{/each}}</body></html>.");"""
    )]
    [InlineData("""return await chat.GetResponseAsync("Write a workflow that reads ${{ secrets.TOKEN }}.");""")]
    [InlineData("""return await chat.GetResponseAsync("Translate, and leave {{customer.name}} untouched: " + question);""")]
    [InlineData(""""return await chat.GetResponseAsync($$"""Answer {{question}}""");"""")]
    [InlineData("""return await chat.GetResponseAsync($"Answer {{$question}} in words: {question}");""")]
    [InlineData(
        """return await chat.GetResponseAsync(question, new ChatOptions { Instructions = "You help {{$user}}.".Replace("{{$user}}", question) });"""
    )]
    [InlineData(
        """return await chat.AsAIAgent(Fill("You help {{$user}}.")).RunAsync(question);""",
        "private static string Fill(string text) => text;"
    )]
    // Another text of a table.
    [InlineData(
        """return await chat.GetResponseAsync(Prompts["brief"] + question);""",
        """private static readonly Dictionary<string, string> Prompts = new() { ["brief"] = "Be brief.", ["answer"] = "Answer {{$question}}" };"""
    )]
    // Nothing is sent.
    [InlineData("""return "Answer {{$question}}";""")]
    public Task Rendered_or_another_thing(string statements, string members = "") => VerifyAsync(statements, members);

    [Fact]
    public Task A_client_of_ones_own_may_render() =>
        Verify.AnalyzerAsync<UnrenderedPlaceholder>(
            """
            using Microsoft.Extensions.AI;

            public sealed class Rendering(IChatClient inner) : DelegatingChatClient(inner);

            public sealed class Desk(Rendering chat)
            {
                public Task<ChatResponse> AskAsync() => chat.GetResponseAsync([new ChatMessage(ChatRole.User, "Answer {{$question}}")]);
            }
            """
        );

    // An agent may render its instructions.
    [Fact]
    public Task Instructions_of_an_agent_of_semantic_kernel() =>
        Verify.AnalyzerAsync<UnrenderedPlaceholder>(
            """
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.Agents;

            public sealed class Desk(Kernel kernel)
            {
                public async Task AskAsync(string question)
                {
                    var agent = new ChatCompletionAgent { Instructions = "You help {{$user}}.", Kernel = kernel };
                    await foreach (var answer in agent.InvokeAsync(question)) { }
                }
            }
            """,
            DocumentedSdks.References
        );

    [Fact]
    public Task The_message_names_the_placeholder() =>
        Verify.AnalyzerAsync<UnrenderedPlaceholder>(
            """
            using Microsoft.Extensions.AI;

            public sealed class Desk(IChatClient chat)
            {
                public Task<ChatResponse> AskAsync() => {|#1:chat.GetResponseAsync|}({|#0:"Answer {{$question}} for {{$user}}"|});
            }
            """,
            expected: Verify
                .Finding<UnrenderedPlaceholder>("RAG6007")
                .WithLocation(0)
                .WithLocation(1)
                .WithArguments("{{$question}}", "GetResponseAsync")
        );

    private static Task VerifyAsync(string statements, string members) =>
        Verify.AnalyzerAsync<UnrenderedPlaceholder>(SeekingPrompts.InMethod(statements, members));
}
