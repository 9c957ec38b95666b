using RagAnalyzers.CodeFixes.Output.Labels;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Labels;

/// <summary>Each way has tests under its name; this is of a file that needs several.</summary>
public sealed class LabelFixTests
{
    /// <summary>The verifier fixes one finding after another, and with Fix All in the document, the project and the solution.</summary>
    [Fact]
    public Task A_file_is_fixed_at_once_as_place_by_place() =>
        Verify.FixAsync<LabelComparedAsText, LabelFix>(
            Source(
                """
                var first = await {|RAG2012:chat.GetResponseAsync|}($"Is it a bug or a question? {mail}");
                if (first.Text == "bug")
                    return 1;
                if (first.Text == "question")
                    return 2;

                var second = await {|RAG2012:service.GetChatMessageContentAsync|}($"Is it urgent? {mail}");
                return second.Content == "yes" ? 3 : second.Content == "no" ? 4 : 5;
                """,
                ""
            ),
            Source(
                """
                var first = await chat.GetResponseAsync<Label>($"Is it a bug or a question? {mail}");
                if (!first.TryGetResult(out var result))
                    throw new InvalidOperationException($"The model gave no 'Label': {first.FinishReason}.");
                if (result == Label.Bug)
                    return 1;
                if (result == Label.Question)
                    return 2;

                var second = await service.GetChatMessageContentAsync($"Is it urgent? {mail}", new OpenAIPromptExecutionSettings { ResponseFormat = typeof(AnswerLabelResponse) });
                AnswerLabel answerLabel;
                try
                {
                    answerLabel = JsonSerializer.Deserialize<AnswerLabelResponse>(second.Content!)!.AnswerLabel;
                }
                catch (JsonException exception)
                {
                    throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
                }
                return answerLabel == AnswerLabel.Yes ? 3 : answerLabel == AnswerLabel.No ? 4 : 5;
                """,
                """


                    private enum Label
                    {
                        Bug,
                        Question,
                        Other,
                    }

                    private sealed record AnswerLabelResponse(AnswerLabel AnswerLabel);

                    [JsonConverter(typeof(JsonStringEnumConverter<AnswerLabel>))]
                    private enum AnswerLabel
                    {
                        Yes,
                        No,
                    }
                """
            ),
            ReferenceSets.Latest
        );

    private static string Source(string statements, string types) =>
        $$"""
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using Microsoft.Extensions.AI;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public sealed class Sorter(IChatClient chat, IChatCompletionService service)
            {
                public async Task<int> SortAsync(string mail)
                {
                    {{statements.ReplaceLineEndings("\n").Replace("\n", "\n        ").Replace("\n        \n", "\n\n")}}
                }{{types}}
            }
            """;
}
