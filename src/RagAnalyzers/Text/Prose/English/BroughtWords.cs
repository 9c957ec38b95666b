namespace RagAnalyzers.Text.Prose.English;

/// <summary>The words by which English prompts say that the knowledge they need is in them, or can be looked up by the model.</summary>
internal static class BroughtWords
{
    public static readonly WordList Phrases = WordList.Of(
        """
        below, above, provided, supplied, attached, attachment, given, enclosed, context, passage(s), excerpt(s), retrieved, snippet(s)
        user gives, user gave, user sends, user sent, user pastes, user pasted, user shares, user provides, user uploads
        tool(s), function(s), plugin(s), plug-in(s), web search, search results, browse, search the
        """
    );

    /// <summary>A word that brings something, unless what follows is the question itself.</summary>
    public const string Following = "following";

    /// <summary>The beginnings of what the question is called.</summary>
    public static readonly WordList Question = WordList.Of("user, question, quer");
}
