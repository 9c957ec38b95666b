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

    private static Task VerifyAsync(string statements) =>
        ParsedAnswers.VerifyAsync(
            $$"""
            using System.Text;
            using System.Text.Json;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.Agents;
            using Microsoft.SemanticKernel.Agents.OpenAI;
            using Microsoft.SemanticKernel.Agents.Orchestration.Sequential;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public record Answer(string Text);

            public class Desk(Kernel kernel, Agent given, object runtime)
            {
                public async Task AskAsync(string question)
                {
                    {{statements}}
                }

                private static void Use(object? value) => Console.WriteLine(value);
            }
            """,
            DocumentedSdks.References
        );
}
