using RagAnalyzers.CodeFixes.Output.ParsedAnswers;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.ParsedAnswers;

/// <summary>Where a helper asks and its caller parses, the helper's call gets the schema, if it asks for nobody else.</summary>
public sealed class ParsedAnswerFixInHelperTests
{
    private const string Parse = "return JsonSerializer.Deserialize<Verdict>(await {|RAG2002:AskAsync|}(ticket));";
    private const string Ask = "(await client.GetResponseAsync(text)).Text;";

    [Theory]
    [InlineData(
        "private async Task<string> AskAsync(string text) => (await client.GetResponseAsync(text)).Text;",
        "private async Task<string> AskAsync(string text) => (await client.GetResponseAsync(LINE    text,LINE    new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>(JsonSerializerOptions.Default) }LINE)).Text;"
    )]
    [InlineData(
        "internal async Task<string> AskAsync(string text) { var options = new ChatOptions { Temperature = 0 }; return (await client.GetResponseAsync(text, options)).Text; }",
        "internal async Task<string> AskAsync(string text)LINE{LINE    var options = new ChatOptions { Temperature = 0, ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>(JsonSerializerOptions.Default) };LINE    return (await client.GetResponseAsync(text, options)).Text;LINE}"
    )]
    // A helper of a helper.
    [InlineData(
        "private Task<string> AskAsync(string text) => SendAsync(text);LINEprivate async Task<string> SendAsync(string text) => (await client.GetResponseAsync(text)).Text;",
        "private Task<string> AskAsync(string text) => SendAsync(text);LINEprivate async Task<string> SendAsync(string text) => (await client.GetResponseAsync(LINE    text,LINE    new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>(JsonSerializerOptions.Default) }LINE)).Text;"
    )]
    public Task Extensions_AI(string before, string after) =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Source(Parse, before.Replace("LINE", "\n    ", StringComparison.Ordinal)),
            Source(
                Parse.Replace("{|RAG2002:AskAsync|}", "AskAsync", StringComparison.Ordinal),
                after.Replace("LINE", "\n    ", StringComparison.Ordinal)
            )
        );

    [Fact]
    public Task Semantic_Kernel() =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Source(
                Parse,
                "private async Task<string> AskAsync(string text) => (await service.GetChatMessageContentAsync(text, new OpenAIPromptExecutionSettings())).Content!;"
            ),
            Source(
                Parse.Replace("{|RAG2002:AskAsync|}", "AskAsync", StringComparison.Ordinal),
                "private async Task<string> AskAsync(string text) => (await service.GetChatMessageContentAsync(text, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) })).Content!;"
            )
        );

    /// <summary>A comment inside of a line goes on speaking of what it follows.</summary>
    [Fact]
    public Task Comments_stay_with_their_members_and_arguments() =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Source(
                Parse,
                "private async Task<string> AskAsync(string text) => (await client.GetResponseAsync(text, new ChatOptions { TopK = 1 /* one */ } /* cold */)).Text;"
            ),
            Source(
                Parse.Replace("{|RAG2002:AskAsync|}", "AskAsync", StringComparison.Ordinal),
                "private async Task<string> AskAsync(string text) => (await client.GetResponseAsync(\n        text,\n        new ChatOptions { TopK = 1 /* one */, ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>(JsonSerializerOptions.Default) } /* cold */\n    )).Text;"
            )
        );

    /// <summary>The call is here, its answer is parsed by a method of another file.</summary>
    [Theory]
    [InlineData("", "JsonSerializerOptions.Default")]
    [InlineData(", JsonSerializerOptions.Default", "JsonSerializerOptions.Default")]
    [InlineData(", s_web", null)]
    public Task A_parse_in_another_file(string options, string? schemaOptions)
    {
        static string Desk(string call) =>
            $$"""
                using System.Text.Json;
                using Microsoft.Extensions.AI;

                public class Desk(IChatClient client)
                {
                    public async Task<Verdict?> JudgeAsync(string ticket)
                    {
                        var response = await client.{{call}};
                        return Verdicts.Read(response.Text);
                    }
                }
                """;

        var before = Desk("GetResponseAsync(ticket)")
            .Replace("client.GetResponseAsync", "{|RAG2002:client.GetResponseAsync|}", StringComparison.Ordinal);
        return Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            before,
            schemaOptions is null
                ? before
                : Desk(
                    $"GetResponseAsync(ticket, new ChatOptions {{ ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>({schemaOptions}) }})"
                ),
            setup: new TestSetup
            {
                OtherSources =
                [
                    $$"""
                    using System.Text.Json;

                    public record Verdict(bool IsUrgent, string Reason);

                    internal static class Verdicts
                    {
                        private static readonly JsonSerializerOptions s_web = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

                        public static Verdict? Read(string text) => JsonSerializer.Deserialize<Verdict>(text{{options}});
                    }
                    """,
                ],
            }
        );
    }

    /// <summary>The parse is here, the call in a gateway of another file that asks for this caller alone.</summary>
    [Theory]
    [InlineData("", "internal sealed class Gateway(IChatClient client)", "gateway", "public")]
    [InlineData("", "public static class Asking", "Asking", "internal static")]
    [InlineData(
        "internal interface IGateway { Task<string> AskAsync(string text); }",
        "internal sealed class Gateway(IChatClient client) : IGateway",
        "gateway",
        "public"
    )]
    public Task A_call_in_another_file(string types, string type, string receiver, string modifiers)
    {
        string Desk(string call) =>
            $$"""
                using System.Text.Json;

                internal class Desk({{(types == "" ? "Gateway" : "IGateway")}} gateway)
                {
                    public async Task<Verdict?> JudgeAsync(string ticket)
                    {
                        var text = await {{call}}(ticket);
                        return JsonSerializer.Deserialize<Verdict>(text);
                    }

                    public object Inner => gateway;
                }
                """;
        string Gateway(string usings, string call) =>
            $$"""
                {{usings}}using Microsoft.Extensions.AI;

                public record Verdict(bool IsUrgent, string Reason);

                internal sealed class Clients { public static IChatClient Client { get; set; } = null!; }

                {{types}}

                {{type}}
                {
                    {{modifiers}} async Task<string> AskAsync(string text)
                    {
                        var response = await {{(receiver == "gateway" ? "client" : "Clients.Client")}}.GetResponseAsync({{call}});
                        return response.Text;
                    }
                }

                {{(receiver == "gateway" ? "" : "internal sealed class Gateway { }")}}
                """;

        return Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Desk($"{{|RAG2002:{receiver}.AskAsync|}}"),
            Desk($"{receiver}.AskAsync"),
            setup: new TestSetup
            {
                OtherSources = [Gateway("", "text")],
                OtherSourcesAfterFix =
                [
                    Gateway(
                        "using System.Text.Json;\n",
                        "text, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>(JsonSerializerOptions.Default) }"
                    ),
                ],
            }
        );
    }

    [Theory]
    // Whoever else calls it may want prose.
    [InlineData("public async Task<string> AskAsync(string text) => " + Ask)]
    [InlineData("protected async Task<string> AskAsync(string text) => " + Ask)]
    [InlineData(
        "private async Task<string> AskAsync(string text) => " + Ask + " public Task<string> TellAsync(string text) => AskAsync(text);"
    )]
    [InlineData("private async Task<string> AskAsync(string text) => " + Ask + " public Func<string, Task<string>> Tell => AskAsync;")]
    [InlineData(
        "private Task<string> AskAsync(string text) => SendAsync(text); public async Task<string> SendAsync(string text) => " + Ask
    )]
    // Two calls answer.
    [InlineData(
        "private async Task<string> AskAsync(string text) => text == \"\" ? (await client.GetResponseAsync(\"Hi.\")).Text : " + Ask
    )]
    public Task Nobody_else_is_answered_otherwise(string helper) =>
        Verify.NoFixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(Source(Parse, helper));

    private static string Source(string statement, string members) =>
        $$"""
            using System.Text.Json;
            using Microsoft.Extensions.AI;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public sealed record Verdict(bool IsUrgent, string Reason);

            public class Triage(IChatClient client, IChatCompletionService service)
            {
                public async Task<Verdict?> JudgeAsync(string ticket)
                {
                    {{statement}}
                }

                {{members}}

                public object[] All => [client, service];
            }
            """;
}
