using RagAnalyzers.CodeFixes.Grounding;
using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Rules.Grounding;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Grounding;

/// <summary>The fix of RAG6002: a plug-in that returns names and links.</summary>
public sealed class SourceDroppedFixTests
{
    private const string Call =
        "\n        PromptExecutionSettings settings = new() { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };\n        return await {|RAG6002:completion.GetChatMessageContentAsync|}(question, settings, kernel);";

    [Theory]
    [InlineData(
        """kernel.Plugins.Add(search.CreateWithSearch("Docs"));""",
        """kernel.Plugins.Add(search.CreateWithGetTextSearchResults("Docs"));"""
    )]
    public Task Names_and_links(string before, string after) =>
        Verify.FixAsync<SourceDropped, SourceDroppedFix>(
            SourcedPages.Source(before + Call),
            SourcedPages.Source(
                after + Call.Replace("{|RAG6002:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)
            )
        );

    [Theory]
    // A text names the function.
    [InlineData("""kernel.Plugins.Add(search.CreateWithSearch("Docs")); Console.WriteLine("Docs.Search");""" + Call)]
    // A search of the program's own: what is to be put into the prompt is its author's to say.
    [InlineData(
        """var found = ""; await foreach (var hit in pages.SearchAsync(question, 3)) found += hit.Record.Text; return await {|RAG6002:chat.GetResponseAsync|}($"Answer only from {found}: {question}");"""
    )]
    public Task Not_offered(string statements) => Verify.NoFixAsync<SourceDropped, SourceDroppedFix>(SourcedPages.Source(statements));
}
