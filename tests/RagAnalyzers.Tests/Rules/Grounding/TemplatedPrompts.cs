using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Grounding;

/// <summary>
/// The frame for tests about prompt templates: <c>found</c> is the text of what <c>search</c> finds for <c>question</c>, <c>hits</c> are
/// the same texts one by one.
/// </summary>
internal static class TemplatedPrompts
{
    private static readonly TestFrame s_frame = new(
        "public sealed class Desk(Kernel kernel, IChatCompletionService completion, ITextSearch<TextSearchResult> search)",
        "public async Task<object?> AskAsync(string question, bool flag)"
    )
    {
        Usings = """
            using System.Net;
            using System.Text;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Data;
            using Microsoft.SemanticKernel.PromptTemplates.Handlebars;
            using Microsoft.SemanticKernel.PromptTemplates.Liquid;
            using Microsoft.SemanticKernel.TextGeneration;

            """,
    };

    public static string Source(string statements, string members = "") =>
        s_frame.Around(
            $$"""
            var hits = new List<string>();
            await foreach (var hit in (await search.SearchAsync(question)).Results)
                hits.Add(hit);
            var found = string.Join("\n", hits);
            {{statements}}
            """,
            members
        );
}
