using RagAnalyzers.Tests.Sdk;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2001 on the answers of Kernel Memory, which searches and asks a model in one.</summary>
public sealed class GroundedAnswerParsedWithoutSchemaKernelMemoryTests
{
    [Theory]
    [InlineData("var answer = await {|RAG2001:memory.AskAsync|}(question); Use(JsonSerializer.Deserialize<Answer>(answer.Result));")]
    [InlineData(
        "var text = new StringBuilder(); await foreach (var part in {|RAG2001:memory.AskStreamingAsync|}(question)) text.Append(part.Result); Use(JsonDocument.Parse(text.ToString()));"
    )]
    public Task An_answer(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("var answer = await memory.AskAsync(question); Use(answer.Result);")]
    [InlineData("var answer = await memory.AskAsync(question); Use(JsonDocument.Parse(answer.ToJson(false)));")]
    [InlineData("var answer = await memory.AskAsync(question); Use(JsonDocument.Parse(answer.RelevantSources[0].Partitions[0].Text));")]
    [InlineData("var found = await memory.SearchAsync(question); Use(JsonDocument.Parse(found.Results[0].Partitions[0].Text));")]
    [InlineData("var found = await memory.SearchAsync(question); Use(JsonDocument.Parse(found.ToJson()));")]
    public Task What_is_no_answer(string statements) => VerifyAsync(statements);

    private static Task VerifyAsync(string statements) =>
        ParsedAnswers.VerifyAsync(
            $$"""
            using System.Text;
            using System.Text.Json;
            using Microsoft.KernelMemory;

            public record Answer(string Text);

            public class Desk(IKernelMemory memory)
            {
                public async Task AskAsync(string question)
                {
                    {{statements}}
                }

                private static void Use(object? value) => Console.WriteLine(value);
            }
            """,
            DocumentedSdks.References
        );
}
