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

    /// <summary>Between "else" and "if" there is no room.</summary>
    [Fact]
    public Task Above_the_first_if() =>
        FixAsync(
            """
            {
                var answer = (await client.GetResponseAsync("Answer yes or no: " + ticket)).Text;
                if (answer.Equals("yes", StringComparison.OrdinalIgnoreCase)) return new Verdict(true);
                else if (answer.Equals(
                    "no", // quiet
                    StringComparison.OrdinalIgnoreCase)) return new Verdict(false);
                return null!;
            }
            """,
            """
            {
                var response = await client.GetResponseAsync<Label>("Answer yes or no: " + ticket);
                if (!response.TryGetResult(out var answer))
                    throw new InvalidOperationException($"The model gave no 'Label': {response.FinishReason}.");
                // quiet
                if (answer == Label.Yes) return new Verdict(true);
                else if (answer == Label.No) return new Verdict(false);
                return null!;
            }
            """,
            "\n\nprivate enum Label\n{\n    Yes,\n    No,\n}"
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

    private static async Task FixAsync(string before, string after, string added = "")
    {
        using var workspace = new AdhocWorkspace();
        var project = FormatRun.Project(workspace, [(TestSources.PathOf(0), Source(before))]);
        var texts = await FormatRun.TextsAsync(await FormatRun.ApplyAsync(project));
        Assert.Equal(Source(after + added), texts[0]);
    }

    private static string Source(string body) =>
        $$"""
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public sealed record Verdict(bool IsUrgent);

            public sealed class Triage(IChatClient client)
            {
                public async Task<Verdict> JudgeAsync(string ticket)
                {{body.Replace("\n", "\n    ").Replace("\n    \n", "\n\n")}}
            }
            """;
}
