using RagAnalyzers.Text.Prose.English;

namespace RagAnalyzers.Tests.Suites;

public sealed class KnowledgeTermsPageTests
{
    [Fact]
    public void The_page_of_the_options_lists_every_built_in_term() =>
        GeneratedText.AssertSection(
            Repository.PathOf("docs", "rules", "RAG0002.md"),
            "knowledge terms",
            string.Join(", ", KnowledgeWords.Terms.Order(StringComparer.Ordinal).Select(term => $"`{term}`")) + "\n"
        );
}
