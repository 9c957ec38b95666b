using RagAnalyzers.CodeFixes.Output.ParsedAnswers;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.ParsedAnswers;

/// <summary>Agent Framework: the run becomes typed, and the parse becomes its result.</summary>
public sealed class ParsedAnswerFixAgentFrameworkTests
{
    [Fact]
    public Task The_parse_becomes_the_result() =>
        FixAsync(
            """
            AgentResponse response = await {|RAG2002:agent.RunAsync|}(ticket);
            // The verdict.
            var verdict = JsonSerializer.Deserialize<Verdict>(response.Text)!;
            return verdict;
            """,
            """
            AgentResponse<Verdict> response = await agent.RunAsync<Verdict>(ticket);
            // The verdict.
            var verdict = response.Result;
            return verdict;
            """
        );

    [Fact]
    public Task Arguments_that_lose_their_place_are_named() =>
        FixAsync(
            """
            var session = await agent.CreateSessionAsync(cancellationToken);
            var response = await {|RAG2002:agent.RunAsync|}(ticket, session, new AgentRunOptions(), cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(response.Text) ?? throw new InvalidOperationException();
            """,
            """
            var session = await agent.CreateSessionAsync(cancellationToken);
            var response = await agent.RunAsync<Verdict>(ticket, session, options: new AgentRunOptions(), cancellationToken: cancellationToken);
            return response.Result ?? throw new InvalidOperationException();
            """
        );

    [Fact]
    public Task Serializer_options_stand_in_their_place() =>
        FixAsync(
            """
            var snake = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
            var response = await {|RAG2002:agent.RunAsync|}(ticket, null, cancellationToken: cancellationToken);
            return JsonSerializer.Deserialize<Verdict>(response.Text, snake)!;
            """,
            """
            var snake = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
            var response = await agent.RunAsync<Verdict>(ticket, null, snake, cancellationToken: cancellationToken);
            return response.Result;
            """,
            moreUsings: "using System.Text.Json.Serialization.Metadata;\n"
        );

    [Fact]
    public Task Catch_that_takes_only_parse_failures_still_takes_an_empty_answer() =>
        FixAsync(
            """
            var response = await {|RAG2002:agent.RunAsync|}(ticket);
            try
            {
                return JsonSerializer.Deserialize<Verdict>(response.Text)!;
            }
            catch (JsonException)
            {
                return new Verdict(false, "unreadable");
            }
            """,
            """
            var response = await agent.RunAsync<Verdict>(ticket);
            try
            {
                return response.Text is { Length: > 0 } ? response.Result : throw new JsonException("The answer is empty.");
            }
            catch (JsonException)
            {
                return new Verdict(false, "unreadable");
            }
            """
        );

    [Fact]
    public Task Catch_of_everything_takes_the_results_exceptions() =>
        FixAsync(
            """
            try
            {
                return JsonSerializer.Deserialize<Verdict>((await {|RAG2002:agent.RunAsync|}(ticket)).Text)!;
            }
            catch (Exception)
            {
                return new Verdict(false, "unreadable");
            }
            """,
            """
            try
            {
                return (await agent.RunAsync<Verdict>(ticket)).Result;
            }
            catch (Exception)
            {
                return new Verdict(false, "unreadable");
            }
            """
        );

    [Fact]
    public Task Fix_all_reaches_every_run() =>
        FixAsync(
            """
            var first = await {|RAG2002:agent.RunAsync|}(ticket);
            var verdict = JsonSerializer.Deserialize<Verdict>(first.Text)!;
            var text = (await {|RAG2002:agent.RunAsync|}(verdict.Reason)).Text;
            return JsonSerializer.Deserialize<Verdict>(text)!;
            """,
            """
            var first = await agent.RunAsync<Verdict>(ticket);
            var verdict = first.Result;
            var response = await agent.RunAsync<Verdict>(verdict.Reason);
            return response.Result;
            """
        );

    /// <summary>The typed run puts a list into an object for the service, and takes it out again.</summary>
    [Fact]
    public Task A_list() =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Source(
                """
                var response = await {|RAG2002:agent.RunAsync|}(ticket);
                return JsonSerializer.Deserialize<List<Verdict>>(response.Text)![0];
                """
            ),
            Source(
                """
                var response = await agent.RunAsync<List<Verdict>>(ticket);
                return response.Result[0];
                """
            )
        );

    [Fact]
    public Task No_fix_for_a_streamed_run() =>
        Verify.NoFixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Source(
                """
                var text = "";
                await foreach (var update in {|RAG2002:agent.RunStreamingAsync|}(ticket))
                    text += update.Text;
                return JsonSerializer.Deserialize<Verdict>(text)!;
                """
            )
        );

    private static Task FixAsync(string before, string after, string moreUsings = "") =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(Source(before), Source(after, moreUsings));

    private static string Source(string body, string moreUsings = "") =>
        $$"""
            using System.Text.Json;
            {{moreUsings}}using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;

            public sealed record Verdict(bool IsUrgent, string Reason);

            public sealed class Triage
            {
                public async Task<Verdict> JudgeAsync(IChatClient client, string ticket, CancellationToken cancellationToken)
                {
                    var agent = new ChatClientAgent(client, "Judge.");
                    {{body.Replace("\n", "\n        ")}}
                }
            }
            """;
}
