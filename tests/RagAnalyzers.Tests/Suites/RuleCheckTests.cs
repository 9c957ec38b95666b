using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Tests.Suites;

/// <summary>The check of the rules finds what it is there to find.</summary>
public sealed class RuleCheckTests
{
    private const string AgreeingPage = "# RAG9001: A title\n\nCategory: Output  \nSeverity: Warning\n\n## Why\n\nSeverity: Info";
    private const string Releases = "Rule ID | Category | Severity | Notes\n--------|---\nRAG9001 | Output | Warning | A title";

    [Theory]
    [InlineData(AgreeingPage)]
    [InlineData("# RAG9001: A title\r\n\r\n**Category**: Output · **Severity**: Warning\r\n")]
    [InlineData("# RAG9001: A title\n\n| | |\n|---|---|\n| Category | Output |\n| Severity | Warning |\n")]
    public void Page_that_agrees_is_accepted(string page) => Assert.Empty(ComplaintsAbout(Rule(), page));

    [Theory]
    [InlineData(null, "no page")]
    [InlineData("", "page's id")]
    [InlineData("# RAG9002: A title\n\nCategory: Output, Severity: Warning", "page's id")]
    [InlineData("# RAG9001: Another title\n\nCategory: Output, Severity: Warning", "page's title")]
    [InlineData("# RAG9001: A title\n\nCategory: Knowledge, Severity: Warning", "page's category")]
    [InlineData("# RAG9001: A title\n\nCategory: Output, Severity: Info", "page's severity")]
    [InlineData("# RAG9001: A title\n\nCategory: Output\n\n## Configure\n\nSeverity: Warning", "page's severity")]
    public void Page_that_disagrees_is_found(string? page, string complaint) =>
        Assert.Contains(ComplaintsAbout(Rule(), page), line => line.Contains(complaint, StringComparison.Ordinal));

    [Theory]
    [InlineData("", "no release-tracking row")]
    [InlineData("RAG9001 | Output | Info | A title", "row says")]
    [InlineData("RAG9001 | Knowledge | Warning | A title", "row says")]
    public void Release_row_that_disagrees_is_found(string releases, string complaint) =>
        Assert.Contains(complaint, Assert.Single(ComplaintsAbout(Rule(), AgreeingPage, releases)), StringComparison.Ordinal);

    [Fact]
    public void Bad_texts_are_found()
    {
        var complaints = ComplaintsAbout(
                Rule(id: "RAG90", title: " ", message: "", description: "", help: "https://example.invalid/RAG9001"),
                page: null
            )
            .ToList();
        Assert.Contains(complaints, line => line.Contains("four digits", StringComparison.Ordinal));
        Assert.Contains(complaints, line => line.Contains("title is empty", StringComparison.Ordinal));
        Assert.Contains(complaints, line => line.Contains("message is empty", StringComparison.Ordinal));
        Assert.Contains(complaints, line => line.Contains("description is empty", StringComparison.Ordinal));
        Assert.Contains(complaints, line => line.Contains("help link", StringComparison.Ordinal));
    }

    private static IEnumerable<string> ComplaintsAbout(DiagnosticDescriptor rule, string? page, string releases = Releases) =>
        new RuleCheck(_ => page, releases).Complaints(rule);

    private static DiagnosticDescriptor Rule(
        string id = "RAG9001",
        string title = "A title",
        string message = "A message",
        string description = "A description",
        string help = "https://example.invalid/docs/rules/RAG9001.md"
    ) => new(id, title, message, "Output", DiagnosticSeverity.Warning, isEnabledByDefault: true, description, help);
}
