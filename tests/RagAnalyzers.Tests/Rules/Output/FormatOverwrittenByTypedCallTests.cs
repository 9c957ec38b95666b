using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2008: a format in options that only typed calls get, and formats that somebody else gets, too.</summary>
public sealed class FormatOverwrittenByTypedCallTests
{
    [Theory]
    [InlineData("ChatResponseFormat.Json")]
    [InlineData("ChatResponseFormat.Text")]
    [InlineData("ChatResponseFormat.ForJsonSchema<Answer>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema(schema)")]
    [InlineData("given")]
    [InlineData("question == \"\" ? ChatResponseFormat.Json : null")]
    public Task Format(string format) =>
        VerifyAsync($"await chat.GetResponseAsync<Answer>(question, new ChatOptions {{ {{|RAG2008:ResponseFormat = {format}|}} }});");

    [Theory]
    [InlineData(
        "var options = new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }; await chat.GetResponseAsync<Answer>(question, options);"
    )]
    [InlineData(
        "var options = new ChatOptions(); {|RAG2008:options.ResponseFormat = ChatResponseFormat.Json|}; await chat.GetResponseAsync<Answer>(question, options);"
    )]
    [InlineData(
        "var options = new ChatOptions(); {|RAG2008:options.ResponseFormat ??= ChatResponseFormat.Json|}; await chat.GetResponseAsync<Answer>(question, options);"
    )]
    [InlineData(
        "ChatOptions options = new() { Temperature = 0, {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }; options.MaxOutputTokens = 9; options.StopSequences!.Add(\"x\"); await chat.GetResponseAsync<Answer>(question, options);"
    )]
    [InlineData(
        "ChatOptions options; if (question == \"\") options = new(); else options = new() { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }; await chat.GetResponseAsync<Answer>(question, options);"
    )]
    [InlineData(
        "var options = new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }; await chat.GetResponseAsync<Answer>(question, options); await chat.GetResponseAsync<List<Answer>>(question, JsonSerializerOptions.Web, options);"
    )]
    [InlineData(
        "var options = new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }; await chat.GetResponseAsync<Answer>([new(ChatRole.User, question)], options, useJsonSchemaResponseFormat: false);"
    )]
    [InlineData(
        "var options = new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }; await ChatClientStructuredOutputExtensions.GetResponseAsync<Answer>(chat, question, options);"
    )]
    [InlineData(
        "var options = new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }; await Task.WhenAll(new[] { question }.Select(q => chat.GetResponseAsync<Answer>(q, options)));"
    )]
    [InlineData(
        "var options = new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }; var same = options; await chat.GetResponseAsync<Answer>(question, same);"
    )]
    [InlineData("await chat.GetResponseAsync<Answer>(question, options: new() { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} });")]
    [InlineData(
        "await agent.RunAsync<Answer>(question, options: new AgentRunOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} });"
    )]
    [InlineData(
        "var options = new AgentRunOptions(); {|RAG2008:options.ResponseFormat = ChatResponseFormat.Json|}; await agent.RunAsync<Answer>(question, options: options);"
    )]
    [InlineData(
        "await agent.RunAsync<Answer>(question, options: new ChatClientAgentRunOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} });"
    )]
    [InlineData(
        "await agent.RunAsync<Answer>(question, options: new ChatClientAgentRunOptions(new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }));"
    )]
    [InlineData(
        "await agent.RunAsync<Answer>(question, options: new ChatClientAgentRunOptions { ChatOptions = new() { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} } });"
    )]
    [InlineData(
        "var options = new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }; var carrier = new ChatClientAgentRunOptions(options); await made.RunAsync<Answer>(question, options: carrier);"
    )]
    public Task Options(string statements)
    {
        Language.IsCSharp13(when: statements.Contains("([new("));
        return VerifyAsync(statements);
    }

    [Theory]
    [InlineData(
        "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; await chat.GetResponseAsync(question, options);"
    )]
    [InlineData(
        "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; await chat.GetResponseAsync<Answer>(question, options); await chat.GetResponseAsync(question, options);"
    )]
    [InlineData(
        "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; await chat.GetResponseAsync<Answer>(question, options); await foreach (var piece in chat.GetStreamingResponseAsync(question, options)) Use(piece);"
    )]
    [InlineData(
        "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; await chat.GetResponseAsync<Answer>(question, options); Use(options);"
    )]
    [InlineData(
        "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; await chat.GetResponseAsync<Answer>(question, options); Use(options.ResponseFormat);"
    )]
    [InlineData(
        "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; await chat.GetResponseAsync<Answer>(question, options.Clone());"
    )]
    [InlineData(
        "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; await chat.GetResponseAsync<Answer>(question, options); last = options;"
    )]
    [InlineData(
        "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; await chat.GetResponseAsync<Answer>(question, options); var all = new[] { options }; Use(all);"
    )]
    [InlineData(
        "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; await chat.GetResponseAsync<Answer>(question, question == \"\" ? options : null);"
    )]
    [InlineData("var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json };")]
    [InlineData("var options = new ChatOptions { ResponseFormat = null }; await chat.GetResponseAsync<Answer>(question, options);")]
    [InlineData("var options = new ChatOptions { ResponseFormat = default }; await chat.GetResponseAsync<Answer>(question, options);")]
    [InlineData("given2.ResponseFormat = ChatResponseFormat.Json; await chat.GetResponseAsync<Answer>(question, given2);")]
    [InlineData(
        "var options = given2; options.ResponseFormat = ChatResponseFormat.Json; await chat.GetResponseAsync<Answer>(question, options);"
    )]
    [InlineData(
        "var options = given2.Clone(); options.ResponseFormat = ChatResponseFormat.Json; await chat.GetResponseAsync<Answer>(question, options);"
    )]
    [InlineData("last.ResponseFormat = ChatResponseFormat.Json; await chat.GetResponseAsync<Answer>(question, last);")]
    [InlineData(
        "last = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; await chat.GetResponseAsync<Answer>(question, last);"
    )]
    [InlineData("await chat.GetResponseAsync<Answer>(question, Made(new ChatOptions { ResponseFormat = ChatResponseFormat.Json }));")]
    [InlineData("await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() });")]
    [InlineData("await agent.RunAsync(question, options: new AgentRunOptions { ResponseFormat = ChatResponseFormat.Json });")]
    [InlineData(
        "var other = new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new() { ResponseFormat = ChatResponseFormat.Json } }); await other.RunAsync<Answer>(question);"
    )]
    [InlineData(
        "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; var carrier = new ChatClientAgentRunOptions(options); await made.RunAsync<Answer>(question, options: carrier); await made.RunAsync(question, options: carrier);"
    )]
    [InlineData(
        "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; run.ChatOptions = options; await chat.GetResponseAsync<Answer>(question, options);"
    )]
    [InlineData(
        "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json }; var ofAgent = new ChatClientAgentOptions { ChatOptions = options }; await chat.GetResponseAsync<Answer>(question, options);"
    )]
    [InlineData("await LookAlike.GetResponseAsync<Answer>(question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json });")]
    [InlineData("await chat.GetResponseAsync<Answer>(question, new ChatOptions { Temperature = 0 });")]
    public Task Somebody_else_gets_the_format_or_there_is_none(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("private readonly ChatOptions _own = new() { Temperature = 0, {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} };")]
    [InlineData("private static readonly ChatOptions _own = new() { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} };")]
    [InlineData("private ChatOptions _own { get; } = new() { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} };")]
    [InlineData(
        "private readonly ChatOptions _own; private Desk(IChatClient chat) : this(chat, null!, null!, default, null) => _own = new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} };"
    )]
    [InlineData("public readonly ChatOptions _own = new() { ResponseFormat = ChatResponseFormat.Json };")]
    [InlineData("private ChatOptions _own => new() { ResponseFormat = ChatResponseFormat.Json };")]
    [InlineData(
        "private readonly ChatOptions _own = new() { ResponseFormat = ChatResponseFormat.Json }; public ChatOptions Shown => _own;"
    )]
    [InlineData(
        "private readonly ChatOptions _own = new() { ResponseFormat = ChatResponseFormat.Json }; public Task TellAsync(string text) => chat.GetResponseAsync(text, _own);"
    )]
    [InlineData(
        "private readonly ChatOptions _own = new() { ResponseFormat = ChatResponseFormat.Json }; public Task TellAsync(string text, Desk desk) => chat.GetResponseAsync(text, desk._own);"
    )]
    public Task Options_that_the_type_keeps_to_itself(string member) =>
        VerifyAsync("await chat.GetResponseAsync<Answer>(question, _own);", member);

    [Theory]
    [InlineData("await chat.GetResponseAsync<Answer>(question, new ChatOptions { ResponseFormat = });")]
    [InlineData("await chat.GetResponseAsync<>(question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json });")]
    [InlineData(
        "var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json; await chat.GetResponseAsync<Answer>(question, options);"
    )]
    [InlineData("options.ResponseFormat = ChatResponseFormat.Json; await chat.GetResponseAsync<Missing>(question, options);")]
    public async Task Half_typed(string statements) =>
        Assert.DoesNotContain(
            await AnalyzerRun.DiagnosticsAsync([new FormatOverwrittenByTypedCall()], [Source(statements)], ReferenceSets.Latest),
            d => d.Id == "AD0001"
        );

    [Theory]
    [InlineData(
        "await chat.GetResponseAsync<Answer>(question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json });",
        "GetResponseAsync<Answer>",
        "GetResponseAsync"
    )]
    [InlineData(
        "await agent.RunAsync<List<Answer>>(question, options: new AgentRunOptions { ResponseFormat = ChatResponseFormat.Json });",
        "RunAsync<List<Answer>>",
        "RunAsync"
    )]
    public async Task Message(string statements, string typed, string untyped)
    {
        var found = Assert.Single(
            await AnalyzerRun.DiagnosticsAsync([new FormatOverwrittenByTypedCall()], [Source(statements)], ReferenceSets.Latest)
        );
        Assert.Equal(
            $"This ResponseFormat is never sent: '{typed}' puts the format of its type argument over it. Remove it, or call {untyped} without a type.",
            found.GetMessage()
        );
        Assert.Single(found.AdditionalLocations);
    }

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<FormatOverwrittenByTypedCall>(Source(statements, members));

    private static string Source(string statements, string members = "") =>
        $$"""
            using System.Text.Json;
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;

            public class Desk(IChatClient chat, AIAgent agent, ChatClientAgent made, JsonElement schema, ChatResponseFormat? given)
            {
                public ChatOptions last = new();

                public async Task AskAsync(string question, ChatOptions given2, ChatClientAgentRunOptions run)
                {
                    await Task.Yield();
                    {{statements}}
                }

                {{members}}

                private static ChatOptions Made(ChatOptions options) => options;
                private static void Use(object? value) => Console.WriteLine(value);
            }

            public static class LookAlike
            {
                public static Task<T?> GetResponseAsync<T>(string question, ChatOptions options) => Task.FromResult<T?>(default);
            }

            public record Answer(string Text, double Score);
            """;
}
