using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002 on Agent Framework: the format can be set where the agent is made, so an agent from elsewhere is unknown.</summary>
public sealed class AnswerParsedWithoutSchemaAgentFrameworkTests
{
    [Theory]
    [InlineData("await agent.RunAsync(question)")]
    [InlineData("await agent.RunAsync([new ChatMessage(ChatRole.User, question)], await agent.CreateSessionAsync())")]
    [InlineData("await agent.RunAsync<Answer>(question)")]
    public Task Agent_from_elsewhere_may_have_a_format(string run) =>
        Desk.ExtensionsAIAsync(
            $"""
            var response = {run};
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Theory]
    [InlineData("""var made = new ChatClientAgent(chat);""")]
    [InlineData("""AIAgent made = new ChatClientAgent(chat, "You answer in JSON.", name: "desk");""")]
    [InlineData("""var made = new ChatClientAgent(chat, new ChatClientAgentOptions { Name = "desk" });""")]
    [InlineData(
        """var made = new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new() { Instructions = "You answer in JSON." } });"""
    )]
    [InlineData("""ChatClientAgentOptions? none = null; var made = new ChatClientAgent(chat, none);""")]
    [InlineData("""AIAgent made = chat.AsAIAgent("You answer in JSON.");""")]
    [InlineData("""AIAgent made = chat.AsAIAgent(instructions: "You answer in JSON.", name: "desk");""")]
    [InlineData("""var made = chat.AsAIAgent(new ChatClientAgentOptions());""")]
    [InlineData("""var made = chat.AsBuilder().BuildAIAgent("You answer in JSON.");""")]
    public Task Agent_made_here_without_a_format(string made) =>
        Desk.ExtensionsAIAsync(
            $$"""
            {{made}}
            var response = await {|RAG2002:made.RunAsync|}(question);
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Theory]
    [InlineData(
        """var made = new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() } });"""
    )]
    [InlineData(
        """var settings = new ChatClientAgentOptions { ChatOptions = new() }; settings.ChatOptions.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>(); var made = new ChatClientAgent(chat, settings);"""
    )]
    [InlineData(
        """var settings = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() }; AIAgent made = chat.AsAIAgent(new ChatClientAgentOptions { ChatOptions = settings });"""
    )]
    [InlineData(
        """AIAgent made = chat.AsBuilder().BuildAIAgent(new ChatClientAgentOptions { ChatOptions = new() { ResponseFormat = ChatResponseFormat.Json } });"""
    )]
    [InlineData(
        """var made = new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new() { RawRepresentationFactory = _ => null } });"""
    )]
    public Task Agent_made_here_with_a_format(string made) =>
        Desk.ExtensionsAIAsync(
            $$"""
            {{made}}
            var response = await made.RunAsync(question);
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Theory]
    [InlineData("new ChatClientAgentRunOptions(new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() })")]
    [InlineData("new ChatClientAgentRunOptions { ChatOptions = new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() } }")]
    [InlineData("new ChatClientAgentRunOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() }")]
    [InlineData("new AgentRunOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() }")]
    [InlineData("new ChatClientAgentRunOptions { ChatClientFactory = client => client }")]
    public Task Run_options_with_a_format(string options) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var made = chat.AsAIAgent("You answer in JSON.");
            var response = await made.RunAsync(question, options: {{options}});
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Theory]
    [InlineData("new AgentRunOptions()")]
    [InlineData("new ChatClientAgentRunOptions(new ChatOptions { Temperature = 0 })")]
    [InlineData("new ChatClientAgentRunOptions()")]
    [InlineData("(AgentRunOptions?)null")]
    public Task Run_options_without_a_format(string options) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var made = chat.AsAIAgent("You answer in JSON.");
            var response = await {|RAG2002:made.RunAsync|}(question, options: {{options}});
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Fact]
    public Task Run_options_of_an_unknown_agent_are_not_all_there_is() =>
        Desk.ExtensionsAIAsync(
            """
            var response = await agent.RunAsync(question, options: new ChatClientAgentRunOptions(new ChatOptions()));
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Theory]
    [InlineData(
        """
            var text = new StringBuilder();
            await foreach (var update in {|RAG2002:made.RunStreamingAsync|}(question))
                text.Append(update.Text);
            Use(JsonDocument.Parse(text.ToString()));
            """
    )]
    [InlineData(
        """
            var response = await {|RAG2002:made.RunStreamingAsync|}(question).ToAgentResponseAsync();
            Use(JsonDocument.Parse(response.Messages[0].Text));
            """
    )]
    [InlineData(
        """
            var session = await made.CreateSessionAsync();
            var response = await {|RAG2002:made.RunAsync|}(new ChatMessage(ChatRole.User, question), session);
            Use(JsonDocument.Parse(response.ToString()));
            """
    )]
    public Task Answers(string statements) => Desk.ExtensionsAIAsync("var made = chat.AsAIAgent(instructions: question);\n" + statements);

    [Theory]
    [InlineData("InnerAgent.RunAsync(messages, session, options, cancellationToken)", "You answer in JSON.", true)]
    [InlineData("base.RunCoreAsync(messages, session, options, cancellationToken)", "You answer in JSON.", true)]
    [InlineData("InnerAgent.RunAsync(messages.Take(9), session, options: options, cancellationToken)", "You answer in JSON.", true)]
    [InlineData("InnerAgent.RunAsync(messages, session, new ChatClientAgentRunOptions(), cancellationToken)", "You answer in JSON.", false)]
    [InlineData(
        "InnerAgent.RunAsync(messages, session, new AgentRunOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() }, cancellationToken)",
        "You answer in JSON.",
        false
    )]
    [InlineData("Other!.RunAsync(messages, session, options, cancellationToken)", "You answer in JSON.", false)]
    [InlineData("InnerAgent.RunAsync(messages, session, options, cancellationToken)", null, false)]
    public Task An_agent_of_the_projects_own_around_another_one(string run, string? instructions, bool isFound) =>
        Desk.ExtensionsAIAsync(
            $$"""
            AIAgent audited = new Audited({{(instructions is null ? "agent" : $"chat.AsAIAgent(\"{instructions}\")")}});
            var response = await {{(isFound ? "{|RAG2002:audited.RunAsync|}" : "audited.RunAsync")}}(question);
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """,
            $$"""
            private sealed class Audited : DelegatingAIAgent
            {
                public Audited(AIAgent inner) : base(inner) { }

                public AIAgent? Other { get; set; }

                protected override Task<AgentResponse> RunCoreAsync(
                    IEnumerable<ChatMessage> messages,
                    AgentSession? session = null,
                    AgentRunOptions? options = null,
                    CancellationToken cancellationToken = default
                ) => {{run}};

            }
            """
        );

    [Fact]
    public Task An_agent_around_another_one_in_parentheses() =>
        Desk.ExtensionsAIAsync(
            """
            var audited = new Audited(chat.AsAIAgent("You answer in JSON."));
            var response = await {|RAG2002:audited.RunAsync|}(question);
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """,
            """
            private sealed class Audited(AIAgent inner) : DelegatingAIAgent((inner))
            {
                protected override Task<AgentResponse> RunCoreAsync(
                    IEnumerable<ChatMessage> messages,
                    AgentSession? session = null,
                    AgentRunOptions? options = null,
                    CancellationToken cancellationToken = default
                ) => base.RunCoreAsync((messages), (session), (options), (cancellationToken));
            }
            """
        );

    [Fact]
    public Task Typed_run_sends_a_schema() =>
        Desk.ExtensionsAIAsync(
            """
            var response = await chat.AsAIAgent("You answer in JSON.").RunAsync<Answer>(question);
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    /// <summary>An executor of a workflow that asks an agent and reads its answer; its agent is made by its constructor, or given to it.</summary>
    [Theory]
    [InlineData(
        "(IChatClient chat) => _agent = new ChatClientAgent(chat, \"Is this spam? Answer in JSON.\");",
        "_ = new Detect(chat);",
        true
    )]
    [InlineData("(AIAgent agent) => _agent = agent;", "_ = new Detect(new ChatClientAgent(chat, \"You detect spam.\"));", true)]
    [InlineData(
        "(IChatClient chat) => _agent = new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Spam>() } });",
        "_ = new Detect(chat);",
        false
    )]
    [InlineData("(AIAgent agent) => _agent = agent;", "", false)]
    public Task An_executor_of_a_workflow(string constructor, string made, bool isFound) =>
        ParsedAnswers.VerifyAsync(
            $$"""
            using System.Text.Json;
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;

            public abstract class Executor<TInput, TOutput>
            {
                public abstract ValueTask<TOutput> HandleAsync(TInput message, CancellationToken cancellationToken = default);
            }

            public sealed record Spam(bool IsSpam);

            internal sealed class Detect : Executor<ChatMessage, Spam?>
            {
                private readonly AIAgent _agent;

                public Detect{{constructor}}

                public override async ValueTask<Spam?> HandleAsync(ChatMessage message, CancellationToken cancellationToken = default)
                {
                    var response = await {{(
                isFound ? "{|RAG2002:_agent.RunAsync|}" : "_agent.RunAsync"
            )}}(message, cancellationToken: cancellationToken);
                    return JsonSerializer.Deserialize<Spam>(response.Text, JsonSerializerOptions.Web);
                }
            }

            public static class Flow
            {
                public static void Make(IChatClient chat)
                {
                    {{made}}
                }
            }
            """,
            ReferenceSets.Latest
        );
}
