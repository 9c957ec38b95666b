using RagAnalyzers.CodeFixes.Grounding;
using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Rules.Grounding;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Grounding;

/// <summary>The fix of RAG6002 where the program puts the passages together: the source in front of each.</summary>
public sealed class SourceBesidePassageFixTests
{
    private const string Each = "var found = \"\";\nawait foreach (var hit in pages.SearchAsync(question, 3))\n    ";

    [Theory]
    [InlineData(Each + "found += hit.Record.Text;", Each + "found += $\"[{hit.Record.Title}] {hit.Record.Text}\";")]
    [InlineData(
        Each + "found += hit.Record.Text.Trim() + \"\\n\";",
        Each + "found += $\"[{hit.Record.Title}] {hit.Record.Text.Trim()}\" + \"\\n\";"
    )]
    [InlineData(Each + "found += $\"- {hit.Record.Text}\\n\";", Each + "found += $\"- [{hit.Record.Title}] {hit.Record.Text}\\n\";")]
    [InlineData(
        "var found = string.Join(\"; \", await pages.SearchAsync(question, 3).Select(h => h.Record.Text).ToListAsync());",
        "var found = string.Join(\"; \", await pages.SearchAsync(question, 3).Select(h => $\"[{h.Record.Title}] {h.Record.Text}\").ToListAsync());"
    )]
    [InlineData(
        "var found = \"\";\nawait foreach (var hit in (await search.GetTextSearchResultsAsync(question)).Results)\n    found += hit.Value;",
        "var found = \"\";\nawait foreach (var hit in (await search.GetTextSearchResultsAsync(question)).Results)\n    found += $\"[{hit.Name}] {hit.Value}\";"
    )]
    public Task In_front_of_each_passage(string before, string after) =>
        Verify.FixAsync<SourceDropped, SourceBesidePassageFix>(
            SourcedPages.Source(before + "\nreturn await {|RAG6002:chat.GetResponseAsync|}($\"Answer only from {found}: {question}\");"),
            SourcedPages.Source(after + "\nreturn await chat.GetResponseAsync($\"Answer only from {found}: {question}\");")
        );

    [Theory]
    // Read in two places: which of them goes into the prompt is not seen.
    [InlineData(Each + "{ Console.WriteLine(hit.Record.Text); found += hit.Record.Text; }")]
    // A text that is decided on, or read where another format has its own rules.
    [InlineData(Each + "found += $$\"\"\"<p>{{hit.Record.Text}}</p>\"\"\";")]
    [InlineData(Each + "found += hit.Record.Text ?? question;")]
    public Task Not_offered(string statements) =>
        Verify.NoFixAsync<SourceDropped, SourceBesidePassageFix>(
            SourcedPages.Source(statements + "\nreturn await {|RAG6002:chat.GetResponseAsync|}($\"Answer only from {found}: {question}\");")
        );
}
