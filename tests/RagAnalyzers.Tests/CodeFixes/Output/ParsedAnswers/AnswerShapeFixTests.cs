using RagAnalyzers.CodeFixes.Output.ParsedAnswers;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.ParsedAnswers;

/// <summary>What each SDK is told has tests under the name of its fix; these are of files that need several fixes.</summary>
public sealed class AnswerShapeFixTests
{
    /// <summary>The verifier fixes one finding after another, and with Fix All in the document, the project and the solution.</summary>
    [Fact]
    public Task A_file_is_fixed_at_once_as_place_by_place() =>
        Verify.FixAsync<AnswerParsedWithoutSchema, AnswerShapeFix>(
            Source(
                """
                var answer = await {|RAG2002:completion.GetChatMessageContentAsync|}(ticket);
                Use(JsonSerializer.Deserialize<Verdict>(answer.Content!));

                var response = await {|RAG2002:client.GetResponseAsync|}(ticket);
                Use(JsonSerializer.Deserialize<Verdict>(response.Text));

                var text = new StringBuilder();
                await foreach (var update in {|RAG2002:client.GetStreamingResponseAsync|}(ticket))
                    text.Append(update.Text);
                Use(JsonSerializer.Deserialize<Verdict>(text.ToString()));
                """
            ),
            Source(
                """
                var answer = await completion.GetChatMessageContentAsync(ticket, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Verdict) });
                Use(JsonSerializer.Deserialize<Verdict>(answer.Content!));

                var response = await client.GetResponseAsync<Verdict>(ticket);
                Use(response.Result);

                var text = new StringBuilder();
                await foreach (var update in client.GetStreamingResponseAsync(ticket, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>(JsonSerializerOptions.Default) }))
                    text.Append(update.Text);
                Use(JsonSerializer.Deserialize<Verdict>(text.ToString()));
                """
            )
        );

    private static string Source(string statements) =>
        $$"""
            using System.Text;
            using System.Text.Json;
            using Microsoft.Extensions.AI;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public sealed record Verdict(bool IsUrgent, string Reason);

            public sealed class Triage(IChatClient client, IChatCompletionService completion)
            {
                public async Task JudgeAsync(string ticket)
                {
                    {{statements.ReplaceLineEndings("\n        ")}}
                }

                private static void Use(Verdict? verdict) => Console.WriteLine(verdict);
            }
            """;
}
