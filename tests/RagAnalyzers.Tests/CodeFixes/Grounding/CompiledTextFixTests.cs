using RagAnalyzers.CodeFixes.Grounding;
using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Rules.Grounding;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Grounding;

/// <summary>Each way has tests under its name; this is of a file that needs both.</summary>
public sealed class CompiledTextFixTests
{
    /// <summary>The verifier fixes one finding after another, and with Fix All in the document, the project and the solution.</summary>
    [Fact]
    public Task A_file_is_fixed_at_once_as_place_by_place() =>
        Verify.FixAsync<TextCompiledAsTemplate, CompiledTextFix>(
            TemplatedPrompts.Source(
                """
                Console.WriteLine(await completion.GetChatMessageContentAsync({|RAG6006:$"From {found}"|}));
                return await kernel.InvokePromptAsync({|RAG6006:$"From {found} answer {question}"|});
                """
            ),
            TemplatedPrompts.Source(
                """
                Console.WriteLine(await completion.GetChatMessageContentAsync(new ChatHistory { new ChatMessageContent(AuthorRole.User, $"From {found}") }));
                return await kernel.InvokePromptAsync("From {{$found}} answer {{$question}}", new() { ["found"] = found, ["question"] = question });
                """
            ),
            DocumentedSdks.References
        );
}
