using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1006: a document in the place of retrieval.</summary>
public sealed class DocumentInEveryPromptTests
{
    [Theory]
    [InlineData("handbook.md", "Answer from this handbook: {document} Question: {question}", true)]
    [InlineData("faq.txt", "{document}\\n\\n{question}", true)]
    [InlineData("handbook.md", "Summarize for {question}: {document}", false)]
    [InlineData("contract.pdf", "Extract the parties. {document} {question}", false)]
    [InlineData("system-prompt.txt", "{document} Question: {question}", false)]
    [InlineData("instructions.md", "{document} Question: {question}", false)]
    [InlineData("data.json", "Answer from this: {document} Question: {question}", false)]
    [InlineData("handbook.md", "What does it say? {document}", false)]
    public Task Prompts(string file, string prompt, bool isWrong) =>
        Verify.AnalyzerAsync<DocumentInEveryPrompt>(
            $$"""
            using Microsoft.Extensions.AI;

            public class Desk(IChatClient chat)
            {
                public async Task<string> AskAsync(string question)
                {
                    var document = await File.ReadAllTextAsync("{{file}}");
                    var response = await {{(isWrong ? "{|RAG1006:chat.GetResponseAsync|}" : "chat.GetResponseAsync")}}($"{{prompt}}");
                    return response.Text;
                }
            }
            """
        );
}
