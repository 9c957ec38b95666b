using RagAnalyzers.Tests.Rules.Knowledge;

namespace RagAnalyzers.Tests.Rules.Grounding;

/// <summary>The frame for tests about prompts with passages: <c>found</c> is what a search for <c>question</c> finds.</summary>
internal static class GroundedPrompts
{
    public static string Source(string statements, string members = "") =>
        SeekingPrompts.InMethod(
            $$"""
            var found = "";
            await foreach (var hit in pages.SearchAsync(question, 3))
                found += hit.Record.Text;
            {{statements}}
            """,
            members
        );
}
