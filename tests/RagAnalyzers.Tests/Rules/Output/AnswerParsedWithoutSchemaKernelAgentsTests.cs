using RagAnalyzers.Tests.Sdk;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002 on the answers of Semantic Kernel's agents.</summary>
public sealed class AnswerParsedWithoutSchemaKernelAgentsTests
{
    private const string Agent =
        "var agent = new ChatCompletionAgent { Name = \"a\", Instructions = \"Respond only with JSON.\", Kernel = kernel };";

    private const string Schema =
        "var agent = new ChatCompletionAgent { Kernel = kernel, Arguments = new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) }) };";

    [Theory]
    [InlineData(
        Agent
            + " await foreach (var m in {|RAG2002:agent.InvokeAsync|}(question)) Use(JsonSerializer.Deserialize<Answer>(m.Message.Content!));"
    )]
    [InlineData(
        Agent
            + " await foreach (ChatMessageContent m in {|RAG2002:agent.InvokeAsync|}(question)) Use(JsonSerializer.Deserialize<Answer>(m.Content!));"
    )]
    [InlineData(
        Agent
            + " var text = new StringBuilder(); await foreach (var m in {|RAG2002:agent.InvokeStreamingAsync|}(question)) text.Append(m.Message.Content); Use(JsonSerializer.Deserialize<Answer>(text.ToString()));"
    )]
    public Task No_schema(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData(
        Schema + " await foreach (var m in agent.InvokeAsync(question)) Use(JsonSerializer.Deserialize<Answer>(m.Message.Content!));"
    )]
    [InlineData(
        Agent
            + " await foreach (var m in agent.InvokeAsync(question, options: new AgentInvokeOptions { KernelArguments = new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Answer) }) })) Use(JsonSerializer.Deserialize<Answer>(m.Message.Content!));"
    )]
    [InlineData(
        Schema
            + " var chat = new AgentGroupChat(agent); await foreach (var m in chat.InvokeAsync()) Use(JsonSerializer.Deserialize<Answer>(m.Content!));"
    )]
    [InlineData(
        "var agent = new OpenAIAssistantAgent(question, question); await foreach (var m in agent.InvokeAsync(question)) Use(JsonSerializer.Deserialize<Answer>(m.Message.Content!));"
    )]
    [InlineData("await foreach (var m in given.InvokeAsync(question)) Use(JsonSerializer.Deserialize<Answer>(m.Message.Content!));")]
    [InlineData(Agent + " await foreach (var m in agent.InvokeAsync(question)) Use(m.Message.Content);")]
    public Task A_schema_or_none_that_is_certain(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("var chat = new AgentGroupChat(agent, Other());", "chat.InvokeAsync")]
    [InlineData(
        "var chat = new AgentGroupChat(); chat.AddAgent(agent); chat.AddChatMessage(new ChatMessageContent(AuthorRole.User, question));",
        "chat.InvokeAsync"
    )]
    [InlineData("var chat = new AgentGroupChat(Other()); ", "chat.InvokeAsync(agent)")]
    public Task No_agent_of_a_chat_has_a_schema(string made, string call) =>
        VerifyAsync(
            $"{Agent} {made} await foreach (var m in {{|RAG2002:chat.InvokeAsync|}}({(call.EndsWith(')') ? "agent" : "")})) Use(JsonSerializer.Deserialize<Answer>(m.Content!));"
        );

    [Theory]
    [InlineData("new SequentialOrchestration(agent, Other())")]
    [InlineData("new HandoffOrchestration(question, agent, Other())")]
    public Task No_agent_of_an_orchestration_has_a_schema(string made) =>
        VerifyAsync(
            $"{Agent} var all = {made}; var result = await {{|RAG2002:all.InvokeAsync|}}(question, runtime); Use(JsonSerializer.Deserialize<Answer>(await result.GetValueAsync()));"
        );

    [Theory]
    [InlineData("var chat = new AgentGroupChat(agent, given);", "InvokeAsync()")]
    [InlineData("var chat = new AgentGroupChat(agents);", "InvokeAsync()")]
    [InlineData("var chat = new AgentGroupChat(); chat.AddAgent(given);", "InvokeAsync()")]
    [InlineData("var chat = new AgentGroupChat(agent, new OpenAIAssistantAgent(question, question));", "InvokeAsync()")]
    [InlineData("var chat = new AgentGroupChat(agent);", "InvokeAsync(given)")]
    [InlineData("var chat = new AgentGroupChat(); foreach (var a in agents) chat.AddAgent(a);", "InvokeAsync()")]
    [InlineData("AgentChat chat = shared;", "InvokeAsync()")]
    public Task An_agent_of_a_chat_cannot_be_seen(string made, string call) =>
        VerifyAsync($"{Agent} {made} await foreach (var m in chat.{call}) Use(JsonSerializer.Deserialize<Answer>(m.Content!));");

    [Theory]
    [InlineData("new SequentialOrchestration(agent, given)")]
    [InlineData("new SequentialOrchestration(agents)")]
    [InlineData("new GroupChatOrchestration(runtime, agent)")]
    [InlineData(
        "new SequentialOrchestration(agent) { ResultTransform = async (messages, token) => { await Task.Yield(); return question; } }"
    )]
    public Task What_an_orchestration_answers_under_cannot_be_seen(string made) =>
        VerifyAsync(
            $"{Agent} var all = {made}; var result = await all.InvokeAsync(question, runtime); Use(JsonSerializer.Deserialize<Answer>(await result.GetValueAsync()));"
        );

    [Theory]
    [InlineData("r => { Use(JsonSerializer.Deserialize<Answer>(r.Content!)); return ValueTask.CompletedTask; }")]
    [InlineData("async r => { var text = r.Content?.Trim(); await Task.Yield(); Use(JsonSerializer.Deserialize<Answer>(text!)); }")]
    [InlineData("OnResponse")]
    public Task A_callback_parses_what_agents_without_a_schema_say(string callback) =>
        VerifyAsync(
            $"{Agent} var all = new SequentialOrchestration(agent, Other()) {{ ResponseCallback = {callback} }}; await {{|RAG2002:all.InvokeAsync|}}(question, runtime);"
        );

    [Theory]
    [InlineData(Schema, "new SequentialOrchestration(agent)", "OnResponse")]
    [InlineData(Agent, "new SequentialOrchestration(agent, given)", "OnResponse")]
    [InlineData(Agent, "new SequentialOrchestration(agents)", "OnResponse")]
    [InlineData(Agent, "new SequentialOrchestration(agent)", "r => { Use(r.Content); return ValueTask.CompletedTask; }")]
    [InlineData(
        Agent,
        "new SequentialOrchestration(agent)",
        "r => { Use(JsonSerializer.Deserialize<Answer>(question)); return ValueTask.CompletedTask; }"
    )]
    public Task A_callback_that_is_right_or_not_known_to_be_wrong(string agent, string made, string callback) =>
        VerifyAsync($"{agent} var all = {made} {{ ResponseCallback = {callback} }}; await all.InvokeAsync(question, runtime);");

    private static Task VerifyAsync(string statements) =>
        ParsedAnswers.VerifyAsync(
            $$"""
            using System.Text;
            using System.Text.Json;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.Agents;
            using Microsoft.SemanticKernel.Agents.OpenAI;
            using Microsoft.SemanticKernel.Agents.Orchestration.GroupChat;
            using Microsoft.SemanticKernel.Agents.Orchestration.Handoff;
            using Microsoft.SemanticKernel.Agents.Orchestration.Sequential;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public record Answer(string Text);

            public class Desk(Kernel kernel, Agent given, Agent[] agents, AgentChat shared, object runtime)
            {
                public async Task AskAsync(string question)
                {
                    {{statements}}
                }

                private static ValueTask OnResponse(ChatMessageContent response)
                {
                    Use(JsonSerializer.Deserialize<Answer>(response.Content!));
                    return ValueTask.CompletedTask;
                }

                private ChatCompletionAgent Other() => new() { Instructions = "Criticise.", Kernel = kernel };

                public object All => new object[] { kernel, given, agents, shared, runtime };

                private static void Use(object? value) => Console.WriteLine(value);
            }
            """,
            DocumentedSdks.References
        );
}
