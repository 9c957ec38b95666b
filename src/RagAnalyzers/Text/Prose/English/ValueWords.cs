namespace RagAnalyzers.Text.Prose.English;

/// <summary>The words in the names of values that say what part of a prompt they are.</summary>
internal static class ValueWords
{
    /// <summary>What the user asks.</summary>
    public static readonly WordList Question = WordList.Of("question, query, queries, q, utterance, inquiry, ask");

    /// <summary>As a message of its own, this is what the user typed; put into a text it may be anything.</summary>
    public static readonly WordList Input = WordList.Of("prompt, message, input, request, chat, line, args");

    /// <summary>What may hold knowledge.</summary>
    public static readonly WordList Content = WordList.Of(
        """
        context, document, documents, doc, docs, passage, passages, content, contents, source, sources, article, articles, text, texts, result
        results, history, messages, system, augmented, enriched, grounded, file, page, data, template, full
        """
    );
}
