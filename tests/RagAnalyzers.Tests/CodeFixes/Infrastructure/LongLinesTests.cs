using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Infrastructure;

/// <summary>A call that a fix makes too long for its line has its arguments on lines of their own.</summary>
public sealed class LongLinesTests
{
    private const string Sentence = "Answer only from the passages that you are given, and say so when they do not hold the answer.";

    [Fact]
    public Task Arguments_on_lines_of_their_own() =>
        FixAsync(
            """
            var response = await chat.GetResponseAsync($"You help the staff of a bank. {passages}\n{question}", cancellationToken: cancellationToken);
            return response.Text;
            """,
            $$"""
            var response = await chat.GetResponseAsync(
                $"{{Sentence}} You help the staff of a bank. {passages}\n{question}",
                cancellationToken: cancellationToken
            );
            return response.Text;
            """
        );

    [Fact]
    public Task Comments_stay_with_their_arguments() =>
        FixAsync(
            """
            var response = await chat.GetResponseAsync($"You help the staff. {passages}\n{question}" /* all */, cancellationToken: cancellationToken /* his */);
            return response.Text;
            """,
            $$"""
            var response = await chat.GetResponseAsync(
                $"{{Sentence}} You help the staff. {passages}\n{question}" /* all */,
                cancellationToken: cancellationToken /* his */
            );
            return response.Text;
            """
        );

    [Fact]
    public Task Arms_of_a_switch_on_lines_of_their_own() =>
        FixAsync(
            """
            return (await chat.GetResponseAsync($"You help. {passages}\n{question}")).Text.Length switch { 0 => "", > 80 => "long", _ => "short" };
            """,
            $$"""
            return (await chat.GetResponseAsync($"{{Sentence}} You help. {passages}\n{question}")).Text.Length switch
            {
                0 => "",
                > 80 => "long",
                _ => "short"
            };
            """
        );

    // Short enough.
    [Fact]
    public Task A_line_with_room() =>
        FixAsync(
            """
            var response = await chat.GetResponseAsync($"{passages}\n{question} You help.");
            return response.Text;
            """,
            $$"""
            var response = await chat.GetResponseAsync($"{{Sentence}} {passages}\n{question} You help.");
            return response.Text;
            """
        );

    // Each has a line then.
    [Fact]
    public Task Statements_on_one_line() =>
        FixAsync(
            """var response = await chat.GetResponseAsync($"You help the staff of a bank. {passages}\n{question}", null, cancellationToken); return response.Text;""",
            $$"""
            var response = await chat.GetResponseAsync(
                $"{{Sentence}} You help the staff of a bank. {passages}\n{question}",
                null,
                cancellationToken
            );
            return response.Text;
            """
        );

    /// <summary>A line that was too long before the fix, in a file that has longer ones.</summary>
    [Fact]
    public Task Long_lines_of_the_file()
    {
        var words = string.Concat(Enumerable.Repeat("You help the staff of a bank. ", 7));
        var longest = $"// {words} {words}\n";
        return FixAsync(
            longest
                + $$"""
                var response = await chat.GetResponseAsync($"{{words}}{passages}\n{question}", cancellationToken: cancellationToken);
                return response.Text;
                """,
            longest
                + $$"""
                var response = await chat.GetResponseAsync($"{{Sentence}} {{words}}{passages}\n{question}", cancellationToken: cancellationToken);
                return response.Text;
                """
        );
    }

    [Fact]
    public Task A_line_longer_than_any_of_the_file() =>
        FixAsync(
            """
            var response = await chat.GetResponseAsync($"You help the staff. {passages}\n{question}", new ChatOptions { Temperature = 0, TopP = 0.5f, MaxOutputTokens = 200, Seed = 12 }, cancellationToken: cancellationToken);
            return response.Text;
            """,
            $$"""
            var response = await chat.GetResponseAsync(
                $"{{Sentence}} You help the staff. {passages}\n{question}",
                new ChatOptions { Temperature = 0, TopP = 0.5f, MaxOutputTokens = 200, Seed = 12 },
                cancellationToken: cancellationToken
            );
            return response.Text;
            """
        );

    [Fact]
    public Task Elements_on_lines_of_their_own() =>
        FixAsync(
            """
            var response = await chat.GetResponseAsync([new(ChatRole.System, "You help the staff of a bank. Be kind to all of them."), new(ChatRole.User, $"{passages}\n{question}")], null, default);
            return response.Text;
            """,
            $$"""
            var response = await chat.GetResponseAsync(
                [
                    new(ChatRole.System, "You help the staff of a bank. Be kind to all of them. {{Sentence}}"),
                    new(ChatRole.User, $"{passages}\n{question}")
                ],
                null,
                default
            );
            return response.Text;
            """
        );

    private static async Task FixAsync(string before, string after)
    {
        using var workspace = new AdhocWorkspace();
        var project = FormatRun.Project(workspace, [(TestSources.PathOf(0), Source(before))]);
        var texts = await FormatRun.TextsAsync(await FormatRun.ApplyAsync(project));
        Assert.Equal(Source(after), texts[0]);
    }

    private static string Source(string statements) =>
        $$"""
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.VectorData;

            public sealed class Page
            {
                [VectorStoreKey]
                public string Id { get; set; } = "";

                [VectorStoreData]
                public string Text { get; set; } = "";
            }

            public sealed class Desk(IChatClient chat, VectorStoreCollection<string, Page> pages)
            {
                public async Task<string> AskAsync(string question, CancellationToken cancellationToken)
                {
                    var passages = "";
                    await foreach (var hit in pages.SearchAsync(question, 3))
                    {
                        passages += hit.Record.Text;
                    }

                    if (passages.Length == 0)
                    {
                        return "Nothing is known of that.";
                    }

                    {{statements.Replace("\n", "\n        ", StringComparison.Ordinal)}}
                }
            }
            """;
}
