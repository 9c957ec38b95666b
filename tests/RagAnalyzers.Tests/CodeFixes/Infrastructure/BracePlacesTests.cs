using RagAnalyzers.CodeFixes.Output.Guards;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Infrastructure;

/// <summary>A file that has its opening braces at the ends of lines goes on like that.</summary>
public sealed class BracePlacesTests
{
    private const string Guarded = """
        try {
                    return JsonSerializer.Deserialize<Verdict>(response.Content!);
                } catch (JsonException exception) {
                    throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
                }
        """;

    private const string GuardedOnLines = """
        try
                {
                    return JsonSerializer.Deserialize<Verdict>(response.Content!);
                }
                catch (JsonException exception)
                {
                    throw new InvalidOperationException("The model's answer is not the expected JSON.", exception);
                }
        """;

    [Theory]
    [InlineData(" ", "", Guarded)]
    [InlineData("\n", "", GuardedOnLines)]
    // What the project says goes before what the file has.
    [InlineData(" ", "[*.cs]\ncsharp_new_line_before_open_brace = all\ncsharp_new_line_before_catch = true", GuardedOnLines)]
    [InlineData("\n", "[*.cs]\ncsharp_new_line_before_open_brace = none\ncsharp_new_line_before_catch = false", Guarded)]
    public Task Braces(string before, string config, string guarded) =>
        Verify.FixAsync<AnswerParsedWithoutGuard, UnguardedAnswerFix>(
            Source(before, "return {|RAG2011:JsonSerializer.Deserialize<Verdict>|}(response.Content!);"),
            Source(before, guarded),
            setup: new TestSetup { EditorConfig = config == "" ? null : config }
        );

    /// <summary>What stands on one line says nothing about the places of braces on several.</summary>
    [Fact]
    public Task A_try_on_one_line_is_no_example() =>
        Verify.FixAsync<AnswerParsedWithoutGuard, UnguardedAnswerFix>(
            Source("\n", $"{OnOneLine}\n        return {{|RAG2011:JsonSerializer.Deserialize<Verdict>|}}(response.Content!);"),
            Source("\n", $"{OnOneLine}\n        {GuardedOnLines}")
        );

    private const string OnOneLine = "try { Console.WriteLine(ticket); } catch (IOException) { }";

    private static string Source(string before, string parse) =>
        $$"""
            using System.Text.Json;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public sealed record Verdict(bool IsUrgent);

            public sealed class Triage(IChatCompletionService service){{Brace(before, "")}}
                private readonly OpenAIPromptExecutionSettings _settings = new() { ResponseFormat = typeof(Verdict) };

                public async Task<Verdict?> JudgeAsync(string ticket){{Brace(before, "    ")}}
                    var response = await service.GetChatMessageContentAsync(ticket, _settings);
                    {{parse}}
                }
            }
            """.ReplaceLineEndings("\n");

    private static string Brace(string before, string indent) => before == " " ? " {" : $"\n{indent}{{";
}
