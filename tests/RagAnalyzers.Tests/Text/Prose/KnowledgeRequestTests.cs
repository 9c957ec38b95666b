using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Tests.Text.Prose;

/// <summary>The words that ask for current or internal knowledge.</summary>
public sealed class KnowledgeRequestTests
{
    [Theory]
    [InlineData("Answer from our latest internal policies.", "our latest internal policies")]
    [InlineData("Reference the newest product catalog.", "newest product catalog")]
    [InlineData("You are the help desk. Answer questions about our products. Be brief.", "our products")]
    [InlineData("Answer only from the company handbook!", "company handbook")]
    [InlineData("What are today's prices?", "today's prices")]
    [InlineData("What’s on today’s menu?", "today’s menu")]
    [InlineData("Summarize the latest news about robotics.", "latest news")]
    [InlineData("Show me the latest news as they are", "latest news")]
    [InlineData("What is the current stock price of Contoso?", "current stock price")]
    [InlineData("Use our internal knowledge base to answer.", "our internal knowledge base")]
    [InlineData("Always use up-to-date pricing when you quote.", "up-to-date pricing")]
    [InlineData("Consult the most recent release notes before you answer", "recent release notes")]
    [InlineData("Answer according to our vacation policy", "our vacation policy")]
    [InlineData("Tell the customer what it costs, based on our current price list.", "our current price list")]
    [InlineData("Check the company wiki first.", "company wiki")]
    public void Asks(string text, string expected) => Assert.Equal(expected, KnowledgeRequest.In(text, KnowledgeTerms.BuiltIn));

    [Theory]
    [InlineData("Always return the same structured JSON shape.")]
    [InlineData("Use our brand tone consistently.")]
    [InlineData("Follow our style guide.")]
    [InlineData("Use our style guide.")]
    [InlineData("Use your latest knowledge.")]
    [InlineData("Answer based on your current knowledge.")]
    [InlineData("Do not use our internal policies.")]
    [InlineData("Never search the web or use internal knowledge!")]
    [InlineData("You do not have access to the latest news.")]
    [InlineData("Summarize the current article.")]
    [InlineData("Explain the current release.")]
    [InlineData("Write a tweet about our latest product.")]
    [InlineData("Encourage the user to use our product.")]
    [InlineData("Use our product naming conventions.")]
    [InlineData("Describe our manual process.")]
    [InlineData("Use the latest release.")]
    [InlineData("Our policies are strict. Answer in one sentence.")]
    [InlineData("Answer in one sentence.")]
    [InlineData("Write a news article.")]
    [InlineData("Ticket: our product broke")]
    [InlineData("Classify the ticket as price, product or schedule.")]
    [InlineData("Antworte aus unseren neuesten internen Richtlinien.")]
    [InlineData("You work for Contoso, whose policies are strict.")]
    [InlineData("")]
    public void Does_not(string text) => Assert.Null(KnowledgeRequest.In(text, KnowledgeTerms.BuiltIn));

    [Fact]
    public void The_projects_own_terms_count()
    {
        var own = ConfiguredTerms.Of(new RuleOptions { KnowledgeTerms = new WordChanges(["runbook"], ["policy"]) });
        Assert.Equal("our runbooks", KnowledgeRequest.In("Answer from our runbooks.", own));
        Assert.Null(KnowledgeRequest.In("Answer from our runbooks.", KnowledgeTerms.BuiltIn));
        Assert.Null(KnowledgeRequest.In("Answer from our latest policies.", own));
    }
}
