using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Infrastructure;

/// <summary>What somebody noted in code that a fix replaces is still there afterwards, above the statement or the member.</summary>
public sealed class KeptCommentsTests
{
    [Fact]
    public Task Above_the_statement() =>
        FixAsync(
            """
            {
                var response = await client.GetResponseAsync(
                    ticket // The user's own words.
                );
                return JsonSerializer.Deserialize<Verdict>(
                    response.Text // One object.
                )!;
            }
            """,
            """
            {
                var response = await client.GetResponseAsync<Verdict>(
                    ticket // The user's own words.
                );
                // One object.
                if (!response.TryGetResult(out var verdict))
                    throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
                return verdict;
            }
            """
        );

    [Fact]
    public Task On_one_line() =>
        FixAsync(
            "{ var response = await client.GetResponseAsync(ticket); return JsonSerializer.Deserialize<Verdict>(response.Text /* one */)!; }",
            """
            {
                var response = await client.GetResponseAsync<Verdict>(ticket); /* one */
                if (!response.TryGetResult(out var verdict)) throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
                return verdict;
            }
            """
        );

    /// <summary>What stands elsewhere is not what was lost, though it says the same.</summary>
    [Fact]
    public Task Of_two_that_say_the_same() =>
        FixAsync(
            """
            {
                var response = await client.GetResponseAsync(ticket);
                return JsonSerializer.Deserialize<Verdict>(
                    response.Text // again
                )!;
            }

            public int Length(string ticket) =>
                ticket.Length // again
                + 1;
            """,
            """
            {
                var response = await client.GetResponseAsync<Verdict>(ticket);
                // again
                if (!response.TryGetResult(out var verdict))
                    throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
                return verdict;
            }

            public int Length(string ticket) =>
                ticket.Length // again
                + 1;
            """
        );

    private static async Task FixAsync(string before, string after)
    {
        using var workspace = new AdhocWorkspace();
        var project = FormatRun.Project(workspace, [(TestSources.PathOf(0), Source(before))]);
        var texts = await FormatRun.TextsAsync(await FormatRun.ApplyAsync(project));
        Assert.Equal(Source(after), texts[0]);
    }

    private static string Source(string body) =>
        $$"""
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public sealed record Verdict(bool IsUrgent);

            public sealed class Triage(IChatClient client)
            {
                public async Task<Verdict> JudgeAsync(string ticket)
                {{body.Replace("\n", "\n    ")}}
            }
            """;
}
