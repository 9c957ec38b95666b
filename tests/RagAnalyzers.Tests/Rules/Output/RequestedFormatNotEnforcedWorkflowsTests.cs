using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2003 on agents that only a workflow runs, beside RAG2002 on what its executors parse.</summary>
public sealed class RequestedFormatNotEnforcedWorkflowsTests
{
    [Theory]
    [InlineData("AIAgent agent = {|RAG2003:chat.AsAIAgent|}(JSON); builder.AddEdge(agent, log);")]
    [InlineData("var agent = {|RAG2003:chat.AsAIAgent|}(instructions: JSON); builder.AddEdge(log, agent);")]
    [InlineData("var agent = {|RAG2003:chat.AsAIAgent|}(JSON); builder = new WorkflowBuilder(agent);")]
    [InlineData("var agent = new {|RAG2003:ChatClientAgent|}(chat, JSON); builder.AddEdge(agent, log).AddEdge(log, agent);")]
    [InlineData(
        "var agent = new {|RAG2003:ChatClientAgent|}(chat, new ChatClientAgentOptions { ChatOptions = new() { Instructions = JSON } }); builder.AddChain(agent, [log]);"
    )]
    [InlineData("var agent = {|RAG2003:chat.AsAIAgent|}(JSON).BindAsExecutor(true); builder.AddEdge(agent, log);")]
    [InlineData(
        "var agent = {|RAG2003:chat.AsAIAgent|}(JSON); var other = chat.AsAIAgent(\"Name a river.\"); builder.AddEdge(agent, other);"
    )]
    [InlineData(
        "var agent = {|RAG2003:chat.AsAIAgent|}(JSON); var other = chat.AsAIAgent(\"Name a river.\"); AgentWorkflowBuilder.BuildSequential([agent, other]);"
    )]
    [InlineData("AgentWorkflowBuilder.BuildSequential(\"cities\", new List<AIAgent> { {|RAG2003:chat.AsAIAgent|}(JSON), given });")]
    [InlineData(
        "AIAgent agent = {|RAG2003:chat.AsAIAgent|}(JSON); AgentWorkflowBuilder.BuildConcurrent([agent, given]); builder.AddEdge(agent, log);"
    )]
    [InlineData("AgentWorkflowBuilder.BuildConcurrent([given, chat.AsAIAgent(\"Name a river.\")]);")]
    [InlineData(
        "AIAgent agent = {|RAG2003:chat.AsAIAgent|}(JSON); AgentWorkflowBuilder.CreateHandoffBuilderWith(agent).WithHandoff(agent, given);"
    )]
    [InlineData(
        "var agent = {|RAG2003:chat.AsAIAgent|}(JSON); AgentWorkflowBuilder.CreateHandoffBuilderWith(given).WithHandoffs(given, [agent]).WithHandoffs([agent], given);"
    )]
    [InlineData("var agent = {|RAG2003:chat.AsAIAgent|}(JSON); new HandoffWorkflowBuilder(agent).Build();")]
    [InlineData(
        "AgentWorkflowBuilder.CreateGroupChatBuilderWith(_ => null!).AddParticipants([given, {|RAG2003:chat.AsAIAgent|}(JSON)]).Build();"
    )]
    [InlineData(
        "var agent = {|RAG2003:chat.AsAIAgent|}(JSON); AgentWorkflowBuilder.CreateMagenticBuilderWith(given).AddParticipants([agent]).Build();"
    )]
    // The library asks the leader, and says what for.
    [InlineData(
        "var agent = chat.AsAIAgent(JSON); AgentWorkflowBuilder.CreateMagenticBuilderWith(agent).AddParticipants([given]).Build();"
    )]
    // The code runs it as well: one mistake, where it is run.
    [InlineData(
        "var agent = chat.AsAIAgent(JSON); builder.AddEdge(agent, log); Console.WriteLine({|RAG2003:agent.RunAsync|}(\"?\").Result.Text);"
    )]
    // An executor parses it, which is RAG2002's.
    [InlineData("var agent = chat.AsAIAgent(JSON); builder.AddEdge(agent, log).AddEdge(agent, read);", true)]
    [InlineData(
        "var agent = chat.AsAIAgent(JSON); Func<ChatMessage, string> cut = m => m.Text.Trim(); builder.AddEdge(agent, read).AddEdge(agent, cut.BindAsExecutor(\"cut\"));",
        true
    )]
    // A schema, perhaps one, no demand, no workflow.
    [InlineData(
        "var agent = new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new() { Instructions = JSON, ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() } }); builder.AddEdge(agent, log);"
    )]
    [InlineData("var agent = new ChatClientAgent(chat, options); builder.AddEdge(agent, log);")]
    [InlineData("builder.AddEdge(given, log);")]
    [InlineData("var agent = chat.AsAIAgent(\"Name a city.\"); builder.AddEdge(agent, log);")]
    [InlineData("var agent = chat.AsAIAgent(JSON); Console.WriteLine(agent.Name);")]
    public Task An_agent_of_a_workflow(string statements, bool isParsed = false) =>
        MarkedFindings.VerifyAsync(
            [new RequestedFormatNotEnforced(), new AnswerParsedWithoutSchema()],
            $$"""
            using System.Text.Json;
            using Microsoft.Agents.AI;
            using Microsoft.Agents.AI.Workflows;
            using Microsoft.Extensions.AI;

            public record Answer(string Text);

            public sealed class Log() : Executor<List<ChatMessage>>("log")
            {
                public override ValueTask HandleAsync(List<ChatMessage> messages, IWorkflowContext context, CancellationToken token = default) => default;
            }

            public sealed class Read() : Executor<ChatMessage, Answer?>("read")
            {
                public override ValueTask<Answer?> HandleAsync(ChatMessage message, IWorkflowContext context, CancellationToken token = default) =>
                    new({{(
                isParsed ? "{|RAG2002:JsonSerializer.Deserialize<Answer>|}" : "JsonSerializer.Deserialize<Answer>"
            )}}(message.Text));
            }

            public static class Desk
            {
                private const string Demand = "Name a city. Respond in JSON.";

                public static void Build(IChatClient chat, AIAgent given, ChatClientAgentOptions options, WorkflowBuilder builder)
                {
                    var log = new Log();
                    var read = new Read();
                    {{statements.Replace("JSON", "Demand", StringComparison.Ordinal).Replace(
                "ForDemandSchema",
                "ForJsonSchema",
                StringComparison.Ordinal
            )}}
                }
            }
            """,
            DocumentedSdks.References
        );
}
