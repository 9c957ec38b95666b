using System.Text.RegularExpressions;

namespace RagAnalyzers.Tests.Suites;

public sealed partial class LinksTests
{
    [Fact]
    public void Every_relative_link_leads_to_a_file()
    {
        string[] pages =
        [
            .. Directory.EnumerateFiles(Repository.Root, "*.md"),
            .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(Repository.PathOf("samples"), "*.md", SearchOption.AllDirectories),
        ];
        Complaints.AssertNone(
            pages.SelectMany(page =>
                Link()
                    .Matches(File.ReadAllText(page))
                    .Select(link => link.Groups["target"].Value)
                    .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target)))
                    .Select(target => $"{Path.GetRelativePath(Repository.Root, page)}: no '{target}'")
            )
        );
    }

    [Theory]
    [InlineData("see [a page](docs/a.md#part) there", "docs/a.md")]
    [InlineData("[a](https://example.com/a.md)", null)]
    [InlineData("[a](#part)", null)]
    public void A_link_is_read(string text, string? target) =>
        Assert.Equal(target, Link().Match(text) is { Success: true } link ? link.Groups["target"].Value : null);

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)(?<target>[^)\s#]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
