using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Guards;

/// <summary>What each guard does has tests under its name; these are of files that need several, and of what can be chosen.</summary>
public sealed class UnguardedAnswerFixTests
{
    private const string Asked = """
        var options = new Chat.ChatCompletionOptions { ResponseFormat = Chat.ChatResponseFormat.CreateJsonSchemaFormat("verdict", BinaryData.FromString("{}"), jsonSchemaIsStrict: true) };
        ChatCompletion completion = await completions.CompleteChatAsync([new Chat.UserChatMessage(ticket)], options, cancellationToken);
        """;

    private const string Checked = """

        if (completion.FinishReason != Chat.ChatFinishReason.Stop || completion.Refusal != null)
            throw new InvalidOperationException($"The model gave no complete answer: {completion.Refusal ?? completion.FinishReason.ToString()}.");
        """;

    private const string Read = """

        var verdict = {|RAG2011:JsonSerializer.Deserialize<Verdict>|}(completion.Content[0].Text);
        """;

    private const string ReadInCatch = """

        Verdict? verdict;
        try
        {
            verdict = JsonSerializer.Deserialize<Verdict>(completion.Content[0].Text);
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
        }
        """;

    private const string Typed = """

        var response = await chat.GetResponseAsync<Verdict>(ticket);
        return response.{|RAG2011:Result|} ?? verdict;
        """;

    private const string Returned = "\nreturn verdict;";

    /// <summary>The verifier fixes one finding after another, and with Fix All in the document, the project and the solution.</summary>
    [Fact]
    public Task A_file_is_fixed_at_once_as_place_by_place() =>
        GuardFixes.FixAsync(
            Asked + Read + Typed,
            Asked
                + ReadInCatch
                + """

                var response = await chat.GetResponseAsync<Verdict>(ticket);
                if (!response.TryGetResult(out var result))
                    throw new InvalidOperationException($"The model gave no 'Verdict': {response.FinishReason}.");
                return result ?? verdict;
                """
        );

    [Fact]
    public Task An_alternative_is_repeated_where_it_was_chosen() =>
        GuardFixes.FixAsync(
            Asked + Read + Returned,
            Asked + Checked + Read.Replace("{|RAG2011:", "").Replace("|}", "") + Returned,
            new TestSetup { CodeActionEquivalenceKey = "UnguardedAnswerFix.OutcomeGuard" }
        );
}
