namespace RagAnalyzers.PackageTests;

public sealed class ReadmeTests(PackedPackage package)
{
    [Fact]
    public void The_rule_table_lists_every_page_and_nothing_else()
    {
        var pages = Directory
            .GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "RAG*.md")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllLines)
            .Select(page => $"{Id(page)} | {Row(page, "Severity")} | {Row(page, "Code fix")} | {Title(page)}");

        var rows = ReadReadme()
            .Where(line => line.StartsWith("| [RAG"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => $"{cells[1][1..8]} | {cells[2]} | {cells[3]} | {cells[4]}");

        Assert.Equal(pages, rows);
    }

    private IEnumerable<string> ReadReadme() => package.ReadText("README.md").ReplaceLineEndings("\n").Split('\n');

    // "# RAG1001: A fine-tuning job is ..."
    private static string Id(string[] page) => page[0][2..9];

    // Angle brackets are escaped in both, else they would be taken for a tag.
    private static string Title(string[] page) => page[0][11..];

    // "| Code fix | Yes: index the documents |" is "yes" in the table.
    private static string Row(string[] page, string name)
    {
        var value = page.Single(line => line.StartsWith($"| {name} |")).Split('|', StringSplitOptions.TrimEntries)[2].Split(':')[0];
        return value is "Yes" or "No" ? value.ToLowerInvariant() : value;
    }
}
