using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Infrastructure;

/// <summary>Code that shares a line with what a fix writes into it gets lines of its own when there is no room for all.</summary>
public sealed class CrowdedLinesTests
{
    [Fact]
    public Task A_body_on_one_line() =>
        FixAsync(
            """
            public async Task<Verdict> JudgeAsync(string ticket)
            { var response = await service.GetChatMessageContentAsync(ticket, s_settings); return JsonSerializer.Deserialize<Verdict>(response.Content!)!; }
            """,
            """
            public async Task<Verdict> JudgeAsync(string ticket)
            {
                var response = await service.GetChatMessageContentAsync(ticket, s_settings);
                try
                {
                    return JsonSerializer.Deserialize<Verdict>(response.Content!) ?? throw new InvalidOperationException("The model answered null.");
                }
                catch (JsonException exception)
                {
                    throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
                }
            }
            """
        );

    [Fact]
    public Task A_body_behind_the_head_of_its_method() =>
        FixAsync(
            """
            public async Task<Verdict> JudgeAsync(string ticket) { var response = await service.GetChatMessageContentAsync(ticket, s_settings); return JsonSerializer.Deserialize<Verdict>(response.Content!); } // all

            public int Other(int x) { if (x > 0) { return 1; } return x; }
            """,
            """
            public async Task<Verdict> JudgeAsync(string ticket)
            {
                var response = await service.GetChatMessageContentAsync(ticket, s_settings);
                try
                {
                    return JsonSerializer.Deserialize<Verdict>(response.Content!);
                }
                catch (JsonException exception)
                {
                    throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
                }
            } // all

            public int Other(int x) { if (x > 0) { return 1; } return x; }
            """
        );

    [Fact]
    public Task A_statement_behind_another() =>
        FixAsync(
            """
            public async Task<Verdict> JudgeAsync(string ticket)
            {
                var response = await service.GetChatMessageContentAsync(
                    ticket,
                    s_settings); var verdict = JsonSerializer.Deserialize<Verdict>(response.Content!); Console.WriteLine(verdict);
                return verdict;
            }
            """,
            """
            public async Task<Verdict> JudgeAsync(string ticket)
            {
                var response = await service.GetChatMessageContentAsync(
                    ticket,
                    s_settings);
                Verdict? verdict;
                try
                {
                    verdict = JsonSerializer.Deserialize<Verdict>(response.Content!);
                }
                catch (JsonException exception)
                {
                    throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
                }
                Console.WriteLine(verdict);
                return verdict;
            }
            """
        );

    // Bodies and lines that hold what they held stay as they are.
    [Fact]
    public Task What_was_not_on_one_line() =>
        FixAsync(
            """
            public async Task<Verdict> JudgeAsync(string ticket) { var settings = s_settings;
                var response = await service.GetChatMessageContentAsync(ticket, settings);
                return JsonSerializer.Deserialize<Verdict>(response.Content!); }
            """,
            """
            public async Task<Verdict> JudgeAsync(string ticket) { var settings = s_settings;
                var response = await service.GetChatMessageContentAsync(ticket, settings);
                try
                {
                    return JsonSerializer.Deserialize<Verdict>(response.Content!);
                }
                catch (JsonException exception)
                {
                    throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
                } }
            """
        );

    private static async Task FixAsync(string before, string after)
    {
        using var workspace = new AdhocWorkspace();
        var project = FormatRun.Project(workspace, [(TestSources.PathOf(0), Source(before))]);
        var texts = await FormatRun.TextsAsync(await FormatRun.ApplyAsync(project));
        Assert.Equal(Source(after), texts[0]);
    }

    private static string Source(string members) =>
        $$"""
            using System.Text.Json;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            #pragma warning disable SKEXP0010
            public sealed record Verdict(bool IsUrgent);

            public sealed class Triage(IChatCompletionService service)
            {
                private static readonly OpenAIPromptExecutionSettings s_settings = new() { ResponseFormat = typeof(Verdict) };

                {{members.ReplaceLineEndings("\n").Replace("\n", "\n    ").Replace("\n    \n", "\n\n")}}
            }
            """;
}
