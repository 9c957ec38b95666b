using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002 on the previews of Agent Framework, whose response parses itself: <c>response.Deserialize&lt;Answer&gt;(options)</c>.</summary>
public sealed class AnswerParsedWithoutSchemaPreviewAgentsTests
{
    private const string Formatted =
        "new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() } })";

    [Theory]
    [InlineData(true, "response.Deserialize<Answer>(JsonSerializerOptions.Web)")]
    [InlineData(true, "response.TryDeserialize<Answer>(JsonSerializerOptions.Web, out var answer) ? answer : null")]
    [InlineData(true, "JsonSerializer.Deserialize<Answer>(response.Text)")]
    [InlineData(true, "JsonSerializer.Deserialize<Answer>(response.ToString())")]
    [InlineData(false, "new Answer(response.Text)")]
    public Task Without_a_format(bool isFound, string read) => VerifyAsync("new ChatClientAgent(chat)", isFound, read);

    [Fact]
    public Task With_a_format() => VerifyAsync(Formatted, isFound: false, "response.Deserialize<Answer>(JsonSerializerOptions.Web)");

    /// <summary>RAG2011: the one throws, the other tells.</summary>
    [Theory]
    [InlineData("{|RAG2011:response.Deserialize<Answer>|}(JsonSerializerOptions.Web)")]
    [InlineData("response.TryDeserialize<Answer>(JsonSerializerOptions.Web, out var answer) ? answer : null")]
    public Task Unguarded(string read) => VerifyAsync<AnswerParsedWithoutGuard>(Formatted, isFound: false, read);

    private static Task VerifyAsync(string agent, bool isFound, string read) =>
        VerifyAsync<AnswerParsedWithoutSchema>(agent, isFound, read);

    private static Task VerifyAsync<TRule>(string agent, bool isFound, string read)
        where TRule : DiagnosticAnalyzer, new() =>
        Verify.AnalyzerAsync<TRule>(
            $$"""
            #nullable disable
            using System.Text.Json;
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;

            public sealed record Answer(string Text);

            public sealed class Desk(IChatClient chat)
            {
                public async Task<Answer> AskAsync(string question)
                {
                    var agent = {{agent}};
                    var response = await {{(isFound ? "{|RAG2002:agent.RunAsync|}" : "agent.RunAsync")}}(question);
                    return {{read}};
                }
            }
            """,
            DocumentedSdks.AgentPreviews
        );
}
