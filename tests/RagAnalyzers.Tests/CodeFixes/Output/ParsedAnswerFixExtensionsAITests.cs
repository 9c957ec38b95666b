using RagAnalyzers.CodeFixes.Output;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output;

public sealed class ParsedAnswerFixExtensionsAITests
{
    [Fact]
    public Task Text_local_disappears_with_the_parse() => FixAsync(
        """
        // Asks whether a ticket is urgent.
        var text = response.Text; // the raw answer
        // The verdict.
        return JsonSerializer.Deserialize<Verdict>(text)!;
        """,
        """
        // Asks whether a ticket is urgent.
        // the raw answer
        // The verdict.
        return response.Result;
        """);

    private static Task FixAsync(string before, string after, string call = "var response = await {|RAG2002:client.GetResponseAsync|}(ticket, cancellationToken: cancellationToken);") => Verify.FixAsync<AnswerParsedWithoutSchema, ParsedAnswerFixExtensionsAI>(
        Source(call, before),
        Source(call.Replace("{|RAG2002:", "").Replace("|}", "").Replace("GetResponseAsync", "GetResponseAsync<Verdict>"), after));

    private static string Source(string call, string body) =>
        $$"""
        using System.Text.Json;
        using Microsoft.Extensions.AI;

        public sealed record Verdict(bool IsUrgent, string Reason);

        public sealed class Triage(IChatClient client)
        {
            public async Task<Verdict> JudgeAsync(string ticket, CancellationToken cancellationToken)
            {
                {{call}}
                {{body.Replace("\n", "\n        ")}}
            }
        }
        """;
}
