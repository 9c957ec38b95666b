using RagAnalyzers.CodeFixes.Output.Formats;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Formats;

/// <summary>RAG2008: the assignment goes, and what is written around it stays.</summary>
public sealed class FormatOverwrittenByTypedCallFixTests
{
    [Theory]
    [InlineData("new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }", "new ChatOptions()")]
    [InlineData("new ChatOptions() { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|}, }", "new ChatOptions()")]
    [InlineData("options: new() { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|}, TopK = 1 }", "options: new() { TopK = 1 }")]
    [InlineData(
        "new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|}, Temperature = 0 }",
        "new ChatOptions { Temperature = 0 }"
    )]
    [InlineData(
        "new ChatOptions { Temperature = 0, {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }",
        "new ChatOptions { Temperature = 0 }"
    )]
    [InlineData(
        "new ChatOptions { Temperature = 0, {|RAG2008:ResponseFormat = ChatResponseFormat.Json|}, }",
        "new ChatOptions { Temperature = 0, }"
    )]
    [InlineData(
        "new ChatOptions { Temperature = 0, {|RAG2008:ResponseFormat = ChatResponseFormat.Json|}, TopK = 1 }",
        "new ChatOptions { Temperature = 0, TopK = 1 }"
    )]
    [InlineData(
        "new ChatOptions { Temperature = 0, {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} /* JSON */, TopK = 1 }",
        "new ChatOptions { Temperature = 0, /* JSON */ TopK = 1 }"
    )]
    public Task Member_on_one_line(string before, string after) =>
        FixAsync(
            $"Use(await chat.GetResponseAsync<Answer>(question, {before}));",
            $"Use(await chat.GetResponseAsync<Answer>(question, {after}));"
        );

    [Fact]
    public Task Member_on_its_own_line() =>
        FixAsync(
            """
            var options = new ChatOptions
            {
                Temperature = 0, // cold
                // The shape.
                {|RAG2008:ResponseFormat = ChatResponseFormat.Json|}, // for the parser
                MaxOutputTokens = 100, // short
            };
            Use(await chat.GetResponseAsync<Answer>(question, options));
            """,
            """
            var options = new ChatOptions
            {
                Temperature = 0, // cold
                // The shape.
                // for the parser
                MaxOutputTokens = 100, // short
            };
            Use(await chat.GetResponseAsync<Answer>(question, options));
            """
        );

    [Fact]
    public Task Last_member() =>
        FixAsync(
            """
            var options = new ChatOptions
            {
                Temperature = 0, // cold
                {|RAG2008:ResponseFormat = ChatResponseFormat.Json|}
            };
            Use(await chat.GetResponseAsync<Answer>(question, options));
            """,
            """
            var options = new ChatOptions
            {
                Temperature = 0 // cold
            };
            Use(await chat.GetResponseAsync<Answer>(question, options));
            """
        );

    [Fact]
    public Task Only_member() =>
        FixAsync(
            """
            var options = new ChatOptions
            {
                {|RAG2008:ResponseFormat = ChatResponseFormat.ForJsonSchema(
                    JsonDocument.Parse("{}").RootElement,
                    "answer")|},
            }; // ours
            Use(await chat.GetResponseAsync<Answer>(question, options));
            """,
            """
            var options = new ChatOptions(); // ours
            Use(await chat.GetResponseAsync<Answer>(question, options));
            """
        );

    [Fact]
    public Task Only_member_with_a_comment() =>
        FixAsync(
            """
            var options = new ChatOptions
            {
                {|RAG2008:ResponseFormat = ChatResponseFormat.Json|}, // JSON
            };
            Use(await chat.GetResponseAsync<Answer>(question, options));
            """,
            """
            var options = new ChatOptions
            {
                // JSON
            };
            Use(await chat.GetResponseAsync<Answer>(question, options));
            """
        );

    [Fact]
    public Task Statement_and_the_locals_that_it_alone_read() =>
        FixAsync(
            """
            var options = new ChatOptions { Temperature = 0 };
            var text = "{}";
            // The shape.
            var schema = JsonDocument.Parse(text).RootElement;
            var format = ChatResponseFormat.ForJsonSchema(schema);
            {|RAG2008:options.ResponseFormat = format|};
            options.TopK = 1;
            Use(await chat.GetResponseAsync<Answer>(question, options));
            """,
            """
            var options = new ChatOptions { Temperature = 0 };
            // The shape.
            options.TopK = 1;
            Use(await chat.GetResponseAsync<Answer>(question, options));
            """
        );

    [Fact]
    public Task Agent_options() =>
        FixAsync(
            """
            Use(await agent.RunAsync<Answer>(question, options: new ChatClientAgentRunOptions(new ChatOptions { TopK = 1, {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} })));
            """,
            """
            Use(await agent.RunAsync<Answer>(question, options: new ChatClientAgentRunOptions(new ChatOptions { TopK = 1 })));
            """
        );

    [Fact]
    public Task Tabs_and_line_ends_are_kept() =>
        Verify.FixAsync<FormatOverwrittenByTypedCall, FormatOverwrittenByTypedCallFix>(
            WithTabs(
                Source(
                    """
                    var options = new ChatOptions
                    {
                        {|RAG2008:ResponseFormat = ChatResponseFormat.Json|}, // JSON
                        TopK = 1,
                    };
                    Use(await chat.GetResponseAsync<Answer>(question, options));
                    """
                )
            ),
            WithTabs(
                Source(
                    """
                    var options = new ChatOptions
                    {
                        // JSON
                        TopK = 1,
                    };
                    Use(await chat.GetResponseAsync<Answer>(question, options));
                    """
                )
            )
        );

    [Fact]
    public Task Fix_all() =>
        FixAsync(
            """
            var options = new ChatOptions { TopK = 1, {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} };
            {|RAG2008:options.ResponseFormat = ChatResponseFormat.Text|};
            Use(await chat.GetResponseAsync<Answer>(question, options));
            Use(await agent.RunAsync<Answer>(question, options: new AgentRunOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} }));
            """,
            """
            var options = new ChatOptions { TopK = 1 };
            Use(await chat.GetResponseAsync<Answer>(question, options));
            Use(await agent.RunAsync<Answer>(question, options: new AgentRunOptions()));
            """
        );

    [Fact]
    public Task Under_conditions_without_braces() =>
        FixAsync(
            """
            var options = new ChatOptions { TopK = 1 };
            // Once it was asked for.
            if (question.Length > 3) // a question
                if (question == "Why?")
                    {|RAG2008:options.ResponseFormat = ChatResponseFormat.Json|}; // JSON
            Use(await chat.GetResponseAsync<Answer>(question, options));
            """,
            """
            var options = new ChatOptions { TopK = 1 };
            // Once it was asked for.
            // JSON
            // a question
            Use(await chat.GetResponseAsync<Answer>(question, options));
            """
        );

    [Theory]
    [InlineData(
        "var options = new ChatOptions(); if (await FormatAsync() is null) {|RAG2008:options.ResponseFormat = ChatResponseFormat.Json|}; Use(await chat.GetResponseAsync<Answer>(question, options));"
    )]
    [InlineData(
        "var options = new ChatOptions(); if (question == \"\") {|RAG2008:options.ResponseFormat = ChatResponseFormat.Json|}; else options.TopK = 1; Use(await chat.GetResponseAsync<Answer>(question, options));"
    )]
    [InlineData(
        "var options = new ChatOptions(); while (question == \"\") {|RAG2008:options.ResponseFormat = ChatResponseFormat.Json|}; Use(await chat.GetResponseAsync<Answer>(question, options));"
    )]
    [InlineData(
        "Use(await chat.GetResponseAsync<Answer>(question, new ChatOptions { {|RAG2008:ResponseFormat = await FormatAsync()|} }));"
    )]
    [InlineData("Use(await chat.GetResponseAsync<Answer>(question, new ChatOptions { {|RAG2008:ResponseFormat = Format()|} }));")]
    public Task No_fix_where_more_than_the_assignment_would_go(string statements) =>
        Verify.NoFixAsync<FormatOverwrittenByTypedCall, FormatOverwrittenByTypedCallFix>(Source(statements));

    [Theory]
    [InlineData(
        "private readonly ChatOptions _own = new() { Temperature = 0, {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} };",
        "private readonly ChatOptions _own = new() { Temperature = 0 };"
    )]
    [InlineData(
        "private readonly ChatOptions _own = new ChatOptions { {|RAG2008:ResponseFormat = ChatResponseFormat.Json|} };",
        "private readonly ChatOptions _own = new ChatOptions();"
    )]
    public Task Options_in_a_field(string before, string after)
    {
        var source = Source("Use(await chat.GetResponseAsync<Answer>(question, _own));");
        return Verify.FixAsync<FormatOverwrittenByTypedCall, FormatOverwrittenByTypedCallFix>(
            source.Replace("private int _made;", before + " private int _made;", StringComparison.Ordinal),
            source.Replace("private int _made;", after + " private int _made;", StringComparison.Ordinal)
        );
    }

    private static Task FixAsync(string before, string after) =>
        Verify.FixAsync<FormatOverwrittenByTypedCall, FormatOverwrittenByTypedCallFix>(Source(before), Source(after));

    private static string WithTabs(string source) => source.Replace("    ", "\t").Replace("\n", "\r\n");

    private static string Source(string statements) =>
        $$"""
            using System.Text.Json;
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;

            public class Desk(IChatClient chat, AIAgent agent)
            {
                private int _made;

                public async Task AskAsync(string question)
                {
                    await Task.Yield();
            {{string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
                }

                private async Task<ChatResponseFormat> FormatAsync() { await Task.Yield(); return Format(); }
                private ChatResponseFormat Format() { _made++; return ChatResponseFormat.Json; }
                private static void Use(object? value) => Console.WriteLine(value);
            }

            public record Answer(string Text, double Score);
            """;
}
